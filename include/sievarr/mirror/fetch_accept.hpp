#pragma once

#include <sievarr/media/show.hpp>
#include <sievarr/mirror/fetch_plan.hpp>

#include <set>

namespace sievarr::mirror {

/// What is taken of a page: what is newer than what we have, or all that is not older, too.
enum class Accept : std::uint8_t { newer, everything };

/// What a page gave.
struct PageYield {
  std::vector<Show> shows;  ///< To be stored.
  Stamps missing;           ///< Wanted, and to be asked for one by one.

  bool operator==(PageYield const&) const = default;
};

/// Whether a show on a page is worth storing, by what is wanted of it and what is known.
inline bool is_welcome(Show const& show, Stamp const* wanted, Known const* known, Accept accept) {
  if (wanted != nullptr && show.updated < wanted->updated) return false;
  if (known == nullptr || show.updated > known->updated) return true;
  return show.updated == known->updated && (accept == Accept::everything || wanted != nullptr);
}

/// What is taken of a page that was read. A copy that is older than what is wanted is left, and the
/// show asked for by itself, as is one that the page should have and has not. Shows that do not
/// belong on the page are no business of it.
inline PageYield take_page(PageFetch const& fetch, std::vector<Show> page,
                           MirrorContents const& have, Accept accept) {
  PageYield yield;
  std::set<std::int64_t> taken;
  for (auto& show : page) {
    if (show.id <= 0 || page_of(show.id) != fetch.page) continue;
    auto const* const wanted = entry_of(fetch.wanted, show.id);
    auto const* const known = entry_of(have.shows, show.id);
    if (!is_welcome(show, wanted, known, accept) || !taken.insert(show.id).second) continue;
    yield.shows.push_back(std::move(show));
  }
  for (auto const& stamp : fetch.wanted)
    if (taken.count(stamp.show_id) == 0) yield.missing.push_back(stamp);
  return yield;
}

/// How many shows of a page belong there.
inline std::size_t count_at_home(std::vector<Show> const& page, std::int64_t number) {
  return static_cast<std::size_t>(std::count_if(
      page.begin(), page.end(),
      [number](Show const& show) { return show.id > 0 && page_of(show.id) == number; }));
}

/// The fetch of a page during a full mirror: whatever the map names there and we have not.
inline PageFetch page_fetch(std::int64_t page, Stamps const& named, MirrorContents const& have) {
  auto const begin =
      std::lower_bound(named.begin(), named.end(), page * ids_on_page,
                       [](Stamp const& stamp, std::int64_t id) { return stamp.show_id < id; });
  auto end = begin;
  while (end != named.end() && page_of(end->show_id) == page) ++end;
  PageFetch fetch{.page = page};
  for (auto at = begin; at != end; ++at) {
    auto const* const known = entry_of(have.shows, at->show_id);
    bool const newer = at->show_id > 0 && (known == nullptr || known->updated < at->updated);
    if (newer) fetch.wanted.push_back(*at);
  }
  return fetch;
}

}  // namespace sievarr::mirror

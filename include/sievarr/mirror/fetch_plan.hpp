#pragma once

#include <sievarr/config/tvmaze.hpp>
#include <sievarr/mirror/fetch.hpp>

#include <chrono>
#include <map>

namespace sievarr::mirror {

/// A page that is asked for, because of these shows.
struct PageFetch {
  std::int64_t page = 0;
  Stamps wanted = {};

  bool operator==(PageFetch const&) const = default;
};

/// What is asked for in a cycle: whole pages, and shows one by one.
struct FetchPlan {
  std::vector<PageFetch> pages;  ///< By number.
  Stamps shows;                  ///< By id.

  std::size_t requests() const { return pages.size() + shows.size(); }
  bool operator==(FetchPlan const&) const = default;
};

/// The updates that TVMaze named, and how far back they reach.
struct Updates {
  config::UpdateWindow window = config::UpdateWindow::all;
  Stamps stamps;  ///< By id.
};

/// How many shows are looked after in a cycle because the whole map no longer names them. A map
/// that lacks more is probably not whole.
inline constexpr std::size_t most_suspects = 100;

/// Whether a version that TVMaze names is to be asked for.
inline bool is_wanted(Stamp const& stamp, MirrorContents const& have, Instant now) {
  if (stamp.show_id <= 0) return false;
  auto const* const known = entry_of(have.shows, stamp.show_id);
  if (known != nullptr && !known->gone && known->updated >= stamp.updated) return false;
  auto const* const absence = entry_of(have.absences, stamp.show_id);
  return absence == nullptr || absence->updated < stamp.updated || !rests(*absence, now);
}

/// Shows that TVMaze has in a newer version than we do, and what is owed from earlier.
inline Stamps wanted(Stamps const& named, MirrorContents const& have, Instant now) {
  Stamps wanted;
  for (auto const& stamp : named)
    if (is_wanted(stamp, have, now)) wanted.push_back(stamp);
  // What is owed may be as old as what is stored: it was asked for because nobody named it.
  for (auto const& absence : have.absences)
    if (!absence.gone && !rests(absence, now)) wanted.push_back({absence.show_id, absence.updated});
  return by_id(std::move(wanted));
}

/// Shows that a map of all updates should name and does not: probably gone.
inline Stamps suspects(Stamps const& named, MirrorContents const& have) {
  Stamps suspects;
  if (named.empty()) return suspects;
  for (auto const& known : have.shows) {
    if (suspects.size() == most_suspects) break;
    bool const suspect = !known.gone && entry_of(named, known.show_id) == nullptr;
    if (suspect) suspects.push_back({known.show_id, known.updated});
  }
  return suspects;
}

/// Whether asking for that page now could give that version of a show. Copies that are said to be
/// good for more than a day from now come from a clock that has jumped.
inline bool may_have(PageCopy const& copy, Stamp const& stamp, Instant now) {
  if (!copy.fresh_until || *copy.fresh_until <= now) return true;
  if (*copy.fresh_until - now > std::chrono::hours{24}) return true;
  if (copy.fate == PageOutcome::missing) return false;
  return !copy.made || *copy.made >= Instant{std::chrono::seconds{stamp.updated}};
}

/// Shows of one page: the page is asked for where that spares a request, and besides it each show
/// that the page cannot give.
inline void plan_page(FetchPlan& plan, PageFetch fetch, PageCopy const* copy, Instant now) {
  bool const failed = copy != nullptr && copy->fate == PageOutcome::failed;
  auto const given = [&](Stamp const& stamp) {
    return copy == nullptr || failed || may_have(*copy, stamp, now);
  };
  auto const count = std::count_if(fetch.wanted.begin(), fetch.wanted.end(), given);
  if (count < 2 && !failed) {
    plan.shows.insert(plan.shows.end(), fetch.wanted.begin(), fetch.wanted.end());
    return;
  }
  auto const alone = std::stable_partition(fetch.wanted.begin(), fetch.wanted.end(), given);
  plan.shows.insert(plan.shows.end(), alone, fetch.wanted.end());
  fetch.wanted.erase(alone, fetch.wanted.end());
  plan.pages.push_back(std::move(fetch));
}

/// The fewest requests that bring the mirror up to date. Pages that could not be read are asked for
/// again; what only a page could tell of them is not in any map.
inline FetchPlan plan_fetch(Updates const& updates, MirrorContents const& have, Instant now) {
  std::map<std::int64_t, PageFetch> fetches;
  for (auto const& stamp : wanted(updates.stamps, have, now)) {
    auto& fetch = fetches[page_of(stamp.show_id)];
    fetch.page = page_of(stamp.show_id);
    fetch.wanted.push_back(stamp);
  }
  std::map<std::int64_t, PageCopy const*> copies;
  for (auto const& copy : have.pages) {
    copies[copy.page] = &copy;
    if (copy.fate == PageOutcome::failed) fetches[copy.page].page = copy.page;
  }
  FetchPlan plan;
  for (auto& [page, fetch] : fetches) {
    auto const copy = copies.find(page);
    plan_page(plan, std::move(fetch), copy == copies.end() ? nullptr : copy->second, now);
  }
  if (updates.window == config::UpdateWindow::all)
    for (auto const& suspect : suspects(updates.stamps, have)) plan.shows.push_back(suspect);
  plan.shows = by_id(std::move(plan.shows));
  return plan;
}

}  // namespace sievarr::mirror

#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/mirror/absence.hpp>
#include <sievarr/mirror/page_copy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// What to ask TVMaze for. Nothing here asks: these are the words that the planning uses.
namespace sievarr::mirror {

/// How many ids a page of the index covers, whether there are such shows or not.
inline constexpr std::int64_t ids_on_page = 250;

constexpr std::int64_t page_of(std::int64_t show_id) { return show_id / ids_on_page; }

/// When TVMaze last changed a show, in seconds since 1970.
struct Stamp {
  std::int64_t show_id = 0;
  std::int64_t updated = 0;

  bool operator==(Stamp const&) const = default;
};

using Stamps = std::vector<Stamp>;

/// A show as far as the planning cares: how new what we know of it is, and whether TVMaze lost it.
struct Known {
  std::int64_t show_id = 0;
  std::int64_t updated = 0;
  bool gone = false;

  bool operator==(Known const&) const = default;
};

/// What the mirror has.
struct MirrorContents {
  std::vector<Known> shows;       ///< By id.
  std::vector<PageCopy> pages;    ///< By number.
  std::vector<Absence> absences;  ///< What could not be had, by id.
};

/// The entry of that id in a list that is sorted by id.
template <class Entries>
auto* entry_of(Entries& entries, std::int64_t show_id) {
  auto const place = std::lower_bound(
      entries.begin(), entries.end(), show_id,
      [](auto const& entry, std::int64_t wanted) { return entry.show_id < wanted; });
  return place != entries.end() && place->show_id == show_id ? &*place : nullptr;
}

/// Puts a list in the order of the ids; of several entries for one show the newest stays.
template <class Entry>
std::vector<Entry> by_id(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) {
    return a.show_id != b.show_id ? a.show_id < b.show_id : a.updated > b.updated;
  });
  auto const same = [](Entry const& a, Entry const& b) { return a.show_id == b.show_id; };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  return entries;
}

/// What the mirror has, from its shows, in the order of their ids, and from what it could not get.
/// A show that is gone is known in the version that was asked for, so that an old page does not
/// bring it back.
inline MirrorContents mirror_contents(Stamps const& stored, std::vector<Absence> absences,
                                      std::vector<PageCopy> pages) {
  MirrorContents have{.pages = std::move(pages), .absences = by_id(std::move(absences))};
  have.shows.reserve(stored.size() + have.absences.size());
  for (auto const& stamp : stored) {
    auto const* const absence = entry_of(have.absences, stamp.show_id);
    bool const gone = absence != nullptr && absence->gone;
    auto const updated = gone ? std::max(stamp.updated, absence->updated) : stamp.updated;
    have.shows.push_back({stamp.show_id, updated, gone});
  }
  for (auto const& absence : have.absences)
    if (absence.gone) have.shows.push_back({absence.show_id, absence.updated, true});
  have.shows = by_id(std::move(have.shows));
  return have;
}

}  // namespace sievarr::mirror

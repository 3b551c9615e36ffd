#pragma once

#include "facts.hpp"
#include "store/table.hpp"

#include <sievarr/mirror/absence.hpp>
#include <sievarr/mirror/mirror_progress.hpp>
#include <sievarr/mirror/page_copy.hpp>

#include <optional>
#include <vector>

namespace sievarr::store {

/// How far the mirror of TVMaze is, and what it remembers beside the shows.
class Mirror {
 public:
  explicit Mirror(Database& database)
      : database_(database),
        progress_(database, "progress"),
        absences_(database, "absences"),
        pages_(database, "pages") {}

  Outcome<mirror::MirrorProgress> progress() { return progress_.get(); }

  /// The shows that are gone or owed, by id.
  Outcome<std::vector<mirror::Absence>> absences() { return absences_.all(); }

  /// What is remembered of the pages of the index, by number.
  Outcome<std::vector<mirror::PageCopy>> pages() { return pages_.all(); }

 private:
  friend class Catalogue;
  Outcome<Done> put(mirror::MirrorProgress const& progress) { return progress_.put(progress); }
  Outcome<Done> put(std::vector<mirror::Absence> const& absences) {
    return absences_.put_all(absences);
  }
  Outcome<Done> put(std::vector<mirror::PageCopy> const& pages) { return pages_.put_all(pages); }
  Outcome<Done> end_absence(std::int64_t show_id);

  Database& database_;
  FactOf<mirror::MirrorProgress> progress_;
  Table<mirror::Absence> absences_;
  Table<mirror::PageCopy> pages_;
  std::optional<Statement> end_absence_;
};

}  // namespace sievarr::store

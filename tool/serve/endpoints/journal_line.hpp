#pragma once

#include "store/tables/add_journal.hpp"

#include <sievarr/api/shows.hpp>

#include <utility>
#include <vector>

namespace sievarr::serve {

/// What the journal holds, in the words of the API.
inline std::vector<api::JournalLine> journal_lines(std::vector<store::Entry> entries) {
  std::vector<api::JournalLine> lines;
  for (auto& entry : entries)
    lines.push_back({.intent = std::move(entry.intent), .ending = std::move(entry.ending)});
  return lines;
}

}  // namespace sievarr::serve

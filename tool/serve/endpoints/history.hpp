#pragma once

#include "store/tables/add_journal.hpp"

#include <sievarr/api/history.hpp>

#include <cstdint>
#include <limits>
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

/// Before which number what was done is asked for.
inline std::int64_t end_of(api::HistoryQuery const& query) {
  return query.before.value_or(std::numeric_limits<std::int64_t>::max());
}

}  // namespace sievarr::serve

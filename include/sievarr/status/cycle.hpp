#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::status {

/// How a cycle reads the catalogue.
BOOST_DEFINE_ENUM_CLASS(SyncMode, full, incremental)

/// What a cycle did, in numbers.
struct CycleRecord {
  std::int64_t id = 0;
  SyncMode kind = SyncMode::incremental;
  Instant began = {};
  std::optional<Instant> ended = {};
  std::int64_t requests = 0;
  std::int64_t shows_stored = 0;
  std::int64_t shows_gone = 0;
  std::int64_t shows_owed = 0;
  std::int64_t judged = 0;
  std::int64_t changed = 0;
  std::int64_t planned = 0;
  std::int64_t added = 0;
  std::int64_t already_there = 0;
  std::int64_t refused = 0;
  std::int64_t waiting = 0;
  std::optional<std::string> error = {};

  bool operator==(CycleRecord const&) const = default;
};

BOOST_DESCRIBE_STRUCT(CycleRecord, (),
                      (id, kind, began, ended, requests, shows_stored, shows_gone, shows_owed,
                       judged, changed, planned, added, already_there, refused, waiting, error))
constexpr std::string_view title_of(reflect::Of<CycleRecord>) { return "Cycle"; }

constexpr auto notes_of(reflect::Of<CycleRecord>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&CycleRecord::id>{.text = "Number of the cycle.", .example = "7", .key = true},
      Note<&CycleRecord::kind>{.text = "How it read the catalogue.", .example = "incremental"},
      Note<&CycleRecord::began>{.text = "When it began.", .example = "2026-01-31T10:30:00Z"},
      Note<&CycleRecord::ended>{.text = "When it was over; nothing while it runs or was cut short.",
                                .example = "2026-01-31T10:31:00Z"},
      Note<&CycleRecord::requests>{.text = "Requests to TVMaze.", .example = "212"},
      Note<&CycleRecord::shows_stored>{.text = "Shows that were new or had changed.",
                                       .example = "97"},
      Note<&CycleRecord::shows_gone>{.text = "Shows that TVMaze no longer has.", .example = "1"},
      Note<&CycleRecord::shows_owed>{.text = "Shows that could not be had.", .example = "0"},
      Note<&CycleRecord::judged>{.text = "Shows that were judged.", .example = "97"},
      Note<&CycleRecord::changed>{.text = "Shows whose status changed.", .example = "12"},
      Note<&CycleRecord::planned>{.text = "Series that it meant to add.", .example = "5"},
      Note<&CycleRecord::added>{.text = "Series that it added.", .example = "4"},
      Note<&CycleRecord::already_there>{.text = "Series that were there already.", .example = "1"},
      Note<&CycleRecord::refused>{.text = "Series that an instance refused.", .example = "0"},
      Note<&CycleRecord::waiting>{.text = "Series that wait for a later cycle.", .example = "3"},
      Note<&CycleRecord::error>{.text = "What cut it short.", .example = "TVMaze answered 503"},
  };
}

}  // namespace sievarr::status

#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::status {

/// How a cycle reads the catalogue.
BOOST_DEFINE_ENUM_CLASS(CycleKind, full, incremental)

/// What a cycle did, in numbers.
struct Cycle {
  std::int64_t id = 0;
  CycleKind kind = CycleKind::incremental;
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

  bool operator==(Cycle const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Cycle, (),
                      (id, kind, began, ended, requests, shows_stored, shows_gone, shows_owed,
                       judged, changed, planned, added, already_there, refused, waiting, error))

constexpr auto notes_of(reflect::Of<Cycle>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Cycle::id>{.text = "Number of the cycle.", .example = "7", .key = true},
      Note<&Cycle::kind>{.text = "How it read the catalogue.", .example = "incremental"},
      Note<&Cycle::began>{.text = "When it began.", .example = "2026-01-31T10:30:00Z"},
      Note<&Cycle::ended>{.text = "When it was over; nothing while it runs or was cut short.",
                          .example = "2026-01-31T10:31:00Z"},
      Note<&Cycle::requests>{.text = "Requests to TVMaze.", .example = "212"},
      Note<&Cycle::shows_stored>{.text = "Shows that were new or had changed.", .example = "97"},
      Note<&Cycle::shows_gone>{.text = "Shows that TVMaze no longer has.", .example = "1"},
      Note<&Cycle::shows_owed>{.text = "Shows that could not be had.", .example = "0"},
      Note<&Cycle::judged>{.text = "Shows that were judged.", .example = "97"},
      Note<&Cycle::changed>{.text = "Shows whose status changed.", .example = "12"},
      Note<&Cycle::planned>{.text = "Series that it meant to add.", .example = "5"},
      Note<&Cycle::added>{.text = "Series that it added.", .example = "4"},
      Note<&Cycle::already_there>{.text = "Series that were there already.", .example = "1"},
      Note<&Cycle::refused>{.text = "Series that an instance refused.", .example = "0"},
      Note<&Cycle::waiting>{.text = "Series that wait for a later cycle.", .example = "3"},
      Note<&Cycle::error>{.text = "What cut it short.", .example = "TVMaze answered 503"},
  };
}

}  // namespace sievarr::status

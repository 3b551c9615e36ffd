#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <chrono>
#include <cstdint>
#include <string>

namespace sievarr::mirror {

/// So often a show is asked for in vain in every cycle; after that, once in a while.
inline constexpr std::int32_t most_attempts = 10;
inline constexpr std::chrono::hours rest_of_owed{24};
/// So long TVMaze is believed that a show is gone, where its own list still names it.
inline constexpr std::chrono::hours rest_of_gone{7 * 24};

/// A show that TVMaze names but that could not be had: it is gone, or something went wrong.
struct Absence {
  std::int64_t show_id = 0;
  std::int64_t updated = 0;
  bool gone = false;
  std::int32_t attempts = 1;
  Instant at = {};
  std::string words = {};

  bool operator==(Absence const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Absence, (), (show_id, updated, gone, attempts, at, words))

constexpr auto notes_of(reflect::Of<Absence>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Absence::show_id>{
          .text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&Absence::updated>{.text = "The version that was asked for, in seconds since 1970.",
                              .example = "1709303296"},
      Note<&Absence::gone>{.text = "Whether TVMaze says that there is no such show.",
                           .example = "true"},
      Note<&Absence::attempts>{.text = "How often this version was asked for.", .example = "1"},
      Note<&Absence::at>{.text = "When it was last asked for.", .example = "2026-01-31T10:30:00Z"},
      Note<&Absence::words>{.text = "What went wrong.", .example = "TVMaze answered 503"},
  };
}

/// Whether that version of the show is not to be asked for yet. A clock that jumps costs a rest at
/// most.
inline bool rests(Absence const& absence, Instant now) {
  if (!absence.gone && absence.attempts < most_attempts) return false;
  auto const rest = absence.gone ? rest_of_gone : rest_of_owed;
  return absence.at > now - rest && absence.at < now + rest;
}

}  // namespace sievarr::mirror

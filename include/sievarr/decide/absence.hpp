#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <string>
#include <tuple>

namespace sievarr::decide {

/// How often a show is asked for in vain before it rests until TVMaze changes it.
inline constexpr std::int32_t most_attempts = 10;

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
  return std::tuple{
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

}  // namespace sievarr::decide

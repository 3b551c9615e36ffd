#pragma once

#include <sievarr/wire/arr/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace sievarr::wire::arr {

/// Where a kind of server keeps what no list may add, and what it calls its numbers.
struct ExclusionList {
  std::string_view path;  ///< "importlistexclusion"
  std::string_view id;    ///< "tvdbId"
};

/// A part of the numbers that no list may add, or all of them.
struct Exclusions {
  std::set<std::int64_t> ids;
  std::size_t records = 0;              ///< How many entries this answer had.
  std::optional<std::int64_t> total{};  ///< How many there are; none where this was all.
};

inline void take_exclusions(JsonReader& reader, std::string_view name, Exclusions& exclusions) {
  read_items(reader, [&] {
    ++exclusions.records;
    read_members(reader, [&](std::string_view key) {
      if (key != name) return false;
      auto const id = whole_number(reader).value_or(0);
      if (id > 0) exclusions.ids.insert(id);
      return true;
    });
  });
}

/// Reads the list of exclusions, or a page of it; the name is that of their numbers.
inline Outcome<Exclusions> read_exclusions(std::string_view text, std::string_view label,
                                           std::string_view name) {
  return read_answer(text, label, [&](JsonReader& reader) {
    Exclusions exclusions;
    if (reader.peek() != JsonReader::Kind::object) {
      take_exclusions(reader, name, exclusions);
      return exclusions;
    }
    read_members(reader, [&](std::string_view key) {
      if (key == "totalRecords") return exclusions.total = whole_number(reader), true;
      if (key == "records") return take_exclusions(reader, name, exclusions), true;
      return false;
    });
    if (!exclusions.total) reader.fail("the page does not say how many exclusions there are");
    return exclusions;
  });
}

}  // namespace sievarr::wire::arr

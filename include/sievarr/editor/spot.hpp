#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/document/utf16.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What somebody wants to know while writing a config, as an editor takes it.
namespace sievarr::editor {

/// A piece of the text that is being written.
struct Spot {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};
BOOST_DESCRIBE_STRUCT(Spot, (), (line, column, from, to))

constexpr auto notes_of(reflect::Of<Spot>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Spot::line>{.text = "Line, from 1."},
      Note<&Spot::column>{.text = "Column in code points, from 1."},
      Note<&Spot::from>{.text = "Where it begins, in UTF-16 units from the start of the text."},
      Note<&Spot::to>{.text = "Where it ends."},
  };
}

/// A change to the text.
struct Change {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::string insert;
};
BOOST_DESCRIBE_STRUCT(Change, (), (from, to, insert))

constexpr auto notes_of(reflect::Of<Change>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Change::from>{.text = "Where what is replaced begins, in UTF-16 units."},
      Note<&Change::to>{.text = "Where it ends."},
      Note<&Change::insert>{.text = "What stands there instead."},
  };
}

/// None for what has no place in the text: a variable, or a text that cannot be read at all.
inline std::optional<Spot> spot_of(Place const& place, document::Utf16 const& units) {
  if (place.line == 0) return std::nullopt;
  return Spot{place.line, place.column, units.unit_of(place.begin), units.unit_of(place.end)};
}

inline std::vector<Change> changes_of(std::vector<Edit> const& edits,
                                      document::Utf16 const& units) {
  std::vector<Change> changes;
  for (auto const& edit : edits)
    changes.push_back({units.unit_of(edit.begin), units.unit_of(edit.end), edit.text});
  return changes;
}

}  // namespace sievarr::editor

#pragma once

#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <string_view>

namespace sievarr::adding {

/// How many adds ended in which way.
struct AddTotals {
  std::int64_t added = 0;
  std::int64_t already_there = 0;
  std::int64_t refused = 0;
  std::int64_t put_off = 0;
  std::int64_t unknown = 0;
  std::int64_t not_found = 0;

  bool operator==(AddTotals const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AddTotals, (), (added, already_there, refused, put_off, unknown, not_found))
constexpr std::string_view title_of(reflect::Of<AddTotals>) { return "ApplyAnswer"; }

constexpr auto notes_of(reflect::Of<AddTotals>) {
  using reflect::Note;
  using A = AddTotals;
  return reflect::Notes{
      Note<&A::added>{.text = "Series that were added."},
      Note<&A::already_there>{.text = "Series that were there already."},
      Note<&A::refused>{.text = "Series that an instance refused."},
      Note<&A::put_off>{.text = "Series that were not sent, for now."},
      Note<&A::unknown>{.text = "Series without an answer; the next cycle asks."},
      Note<&A::not_found>{.text = "Series that an instance does not know."},
  };
}

}  // namespace sievarr::adding

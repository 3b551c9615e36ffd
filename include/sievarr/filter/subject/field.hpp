#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace sievarr::filter {

/// A member of a row as a type of its own.
template <auto Field>
struct FieldTag {};

/// Fields of a row, in their order.
template <auto... Fields>
struct FieldList {
  static constexpr std::size_t size = sizeof...(Fields);

  template <auto Wanted>
  static consteval bool has() {
    return (std::is_same_v<FieldTag<Wanted>, FieldTag<Fields>> || ...);
  }
  template <auto Wanted>
  static consteval std::size_t place() {
    std::size_t place = 0;
    bool found = false;
    ((found = found || std::is_same_v<FieldTag<Wanted>, FieldTag<Fields>>, place += found ? 0 : 1),
     ...);
    return place;
  }
};

/// Whether a word is there, and putting one back.
inline bool is_there(std::string const&) { return true; }
template <class Value>
bool is_there(std::optional<Value> const& value) {
  return value.has_value();
}

inline void read_word(std::optional<std::string> word, std::optional<std::string>& field) {
  field = std::move(word);
}
inline void read_word(std::optional<std::string> word, std::string& field) {
  field = *std::move(word);
}

}  // namespace sievarr::filter

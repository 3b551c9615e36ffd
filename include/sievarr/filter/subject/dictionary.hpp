#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// The bytes by which a dictionary tells values apart.
inline std::string_view bytes_of(std::string const& text) { return text; }
inline std::string_view bytes_of(std::u16string const& codes) {
  return {reinterpret_cast<char const*>(codes.data()), codes.size() * sizeof(char16_t)};
}
template <class Value>
  requires std::has_unique_object_representations_v<Value> std::string_view bytes_of(
      Value const& value) {
    return {reinterpret_cast<char const*>(&value), sizeof value};
  }

/// Distinct values, each with a code of 16 bits in the order of their coming.
template <class Value>
class Dictionary {
 public:
  static constexpr std::size_t most = 0xFFFF;

  /// The code of a value, a new one if need be; none when all codes are taken.
  std::optional<std::uint16_t> code_for(Value const& value) {
    if (2 * values_.size() >= slots_.size()) grow();
    auto& slot = slots_[slot_of(value)];
    if (slot == 0) {
      if (values_.size() == most) return std::nullopt;
      values_.push_back(value);
      slot = static_cast<std::uint16_t>(values_.size());
    }
    return static_cast<std::uint16_t>(slot - 1);
  }

  std::optional<std::uint16_t> find(Value const& value) const {
    if (slots_.empty()) return std::nullopt;
    auto const slot = slots_[slot_of(value)];
    if (slot == 0) return std::nullopt;
    return static_cast<std::uint16_t>(slot - 1);
  }

  Value const& operator[](std::size_t code) const { return values_[code]; }
  std::size_t size() const { return values_.size(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

  /// How much memory it takes, but for what the values themselves hold elsewhere.
  std::size_t bytes() const {
    return values_.capacity() * sizeof(Value) + slots_.capacity() * sizeof(std::uint16_t);
  }

 private:
  /// Where a value stands, or the free place where it would.
  std::size_t slot_of(Value const& value) const {
    auto at = std::hash<std::string_view>{}(bytes_of(value)) & (slots_.size() - 1);
    while (slots_[at] != 0 && !(values_[slots_[at] - 1U] == value))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), 0);
    for (std::size_t code = 0; code < values_.size(); ++code)
      slots_[slot_of(values_[code])] = static_cast<std::uint16_t>(code + 1);
  }

  std::vector<Value> values_;
  std::vector<std::uint16_t> slots_;  ///< A code and one, 0 where free; a power of two of them.
};

}  // namespace sievarr::filter

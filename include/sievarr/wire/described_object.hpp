#pragma once

#include <sievarr/base/words.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/wire/loose_values.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

/// Reads the members of a JSON object straight into the fields of a described struct, found by
/// their names with a table that the compiler makes from the description.
namespace sievarr::wire {

template <reflect::Described T>
consteval std::size_t field_count() {
  std::size_t count = 0;
  reflect::for_each_field<T>([&](auto) { ++count; });
  return count;
}

template <reflect::Described T>
consteval auto field_names() {
  std::array<std::string_view, field_count<T>()> names{};
  std::size_t at = 0;
  reflect::for_each_field<T>([&](auto field) { names[at++] = field.name; });
  return names;
}

template <class T>
using ReadsField = void (*)(LooseValues&, T&);

template <reflect::Described T>
consteval auto field_readers() {
  std::array<ReadsField<T>, field_count<T>()> readers{};
  std::size_t at = 0;
  reflect::for_each_field<T>([&](auto field) {
    readers[at++] = [](LooseValues& values, T& object) {
      values.read(decltype(field){}.in(object));
    };
  });
  return readers;
}

template <reflect::Described T>
inline constexpr auto field_names_of = field_names<T>();

template <reflect::Described T>
inline constexpr Words<field_count<T>()> words_of_fields{field_names_of<T>};

template <reflect::Described T>
inline constexpr auto readers_of_fields = field_readers<T>();

/// Reads the value that comes next into the field of that name; false where there is no such field.
template <reflect::Described T>
bool read_field(LooseValues& values, std::string_view name, T& object) {
  auto const at = words_of_fields<T>.find(name);
  if (at == field_count<T>()) return false;
  values.about(field_names_of<T>[at]);
  readers_of_fields<T>[at](values, object);
  return true;
}

/// Makes every field what it is in a new object, but keeps the room of its texts and lists.
template <reflect::Described T>
void clear_fields(T& object) {
  reflect::for_each_field<T>([&](auto field) {
    auto& value = field.in(object);
    if constexpr (requires { value.clear(); })
      value.clear();
    else
      value = {};
  });
}

}  // namespace sievarr::wire

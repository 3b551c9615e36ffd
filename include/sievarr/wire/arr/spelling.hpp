#pragma once

#include <sievarr/base/ascii.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/wire/arr/values.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// How the servers spell our types: a table of keys for each struct, of words for each enumeration.
/// What no table names is passed over.
namespace sievarr::wire::arr {

/// Specialised for each type that is read: `keys` for a struct, `words` for an enumeration. Beside
/// keys, `lacks` may say why an object is none, and `settle` may put right what was read.
template <class T>
struct Spelling;

/// A member of an object, and how it is read.
template <class T>
struct Key {
  std::string_view name;
  void (*read)(Values&, T&);
};

/// An enumerator as a server writes it, and its number in both families; servers read numbers for
/// words, so some client or proxy may write them.
template <class E>
struct Word {
  static constexpr std::int64_t no_number = -100;

  std::string_view text;
  E value;
  std::int64_t in_series = no_number;
  std::int64_t in_movies = in_series;
};

template <class T>
concept Keyed = requires {
  Spelling<T>::keys;
};

template <class E>
concept Worded = requires {
  Spelling<E>::words;
};

/// The key of that name; none where it means nothing to us.
template <Keyed T>
constexpr Key<T> const* find_key(std::string_view name) {
  for (auto const& key : Spelling<T>::keys)
    if (key.name == name) return &key;
  return nullptr;
}

/// Reads the object that comes next; what is none is an oddity, and nothing is read of it.
template <Keyed T>
void read_object(Values& values, T& object) {
  values.each_member([&](std::string_view name) {
    auto const* const key = find_key<T>(name);
    if (key == nullptr) return values.reader().skip_value();
    values.about(key->name);
    key->read(values, object);
  });
  if constexpr (requires { Spelling<T>::settle(object); }) Spelling<T>::settle(object);
}

/// Whether two words are the same but for the case of their letters.
inline bool same_word(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  for (std::size_t at = 0; at < left.size(); ++at)
    if (ascii_lower(left[at]) != ascii_lower(right[at])) return false;
  return true;
}

/// The enumerator of that word, in any case; unknown for one that no table names.
template <Worded E>
E word_value(std::string_view text) {
  for (auto const& word : Spelling<E>::words)
    if (same_word(word.text, text)) return word.value;
  return E::unknown;
}

/// The enumerator of that number in a family.
template <Worded E>
E number_value(std::int64_t number, Family family) {
  for (auto const& word : Spelling<E>::words)
    if (number == (family == Family::series ? word.in_series : word.in_movies)) return word.value;
  return E::unknown;
}

/// Reads a word, or its number; null leaves things as they are.
template <Worded E>
void read_word(Values& values, E& into) {
  auto& reader = values.reader();
  if (reader.peek() == Values::Kind::string) {
    into = word_value<E>(reader.string());
  } else if (reader.peek() == Values::Kind::number) {
    auto const number = to_integer(reader.number());
    into = number ? number_value<E>(*number, values.family()) : E::unknown;
  } else {
    values.nothing("a word");
  }
}

/// Reads a value of any type that something of a server has.
template <class V>
void read_value(Values& values, V& into) {
  if constexpr (Keyed<V>) {
    into = {};
    read_object(values, into);
  } else if constexpr (Worded<V>) {
    read_word(values, into);
  } else {
    values.read(into);
  }
}

/// Reads an object that may be absent.
template <Keyed V>
void read_value(Values& values, std::optional<V>& into) {
  into.reset();
  if (values.reader().peek() == Values::Kind::object)
    read_object(values, into.emplace());
  else
    values.nothing("an object");
}

/// Reads a list of objects.
template <Keyed V>
void read_value(Values& values, std::vector<V>& into) {
  into.clear();
  values.each_item([&] {
    if (values.reader().peek() == Values::Kind::object)
      read_object(values, into.emplace_back());
    else
      values.nothing("an object");
  });
}

template <class C, class V>
C owner_of(V C::*);

/// Reads straight into a member.
template <auto Member>
void into(Values& values, decltype(owner_of(Member))& object) {
  read_value(values, object.*Member);
}

/// Reads the one number where others have a list.
template <auto Member>
void read_one_number(Values& values, decltype(owner_of(Member))& object) {
  std::optional<std::int64_t> number;
  values.read(number);
  if (number) object.*Member = {*number};
}

}  // namespace sievarr::wire::arr

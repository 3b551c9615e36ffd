#pragma once

#include <sievarr/derive/redact.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/reflect/kind.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::derive {

/// Puts something in front of every line of a text.
inline std::string prefixed(std::string_view text, std::string_view prefix) {
  std::string out;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.append(prefix).append(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

/// Whether a sample has a key that is no comment.
inline bool says_something(std::string_view sample) {
  while (!sample.empty()) {
    if (sample.front() != '#' && sample.front() != ' ') return true;
    sample.remove_prefix(std::min(sample.find('\n'), sample.size() - 1) + 1);
  }
  return false;
}

template <reflect::Described T>
std::string example();

template <class Field, class T>
std::string example_entry(Field field, T const& defaults) {
  using Value = typename Field::Value;
  std::string const key{field.name};
  if constexpr (reflect::Described<Value> && !reflect::Shortened<Value>) {
    if (!field.example.empty()) return "# " + key + ": " + std::string{field.example} + "\n";
    auto const below = example<Value>();
    return (says_something(below) ? "" : "# ") + key + ":\n" + prefixed(below, "  ");
  } else if constexpr (reflect::OneOrMany<Value>) {
    return "# " + key + ":\n" + prefixed(example<typename Value::value_type>(), "#   ");
  } else {
    if (field.required) return key + ": " + std::string{field.example} + "\n";
    auto const node = redact(field.in(defaults));
    bool const has_default = document::scalar(node) && !document::is_null(node);
    if constexpr (reflect::Scalar<Value>) {
      if (has_default && !reflect::ScalarOf<Value>::shape.secret)
        return document::write_yaml(document::object_node({document::member(key, node)}));
    }
    if (field.example.empty()) return "# " + key + ":\n";
    if (field.example.find('\n') == field.example.npos)
      return "# " + key + ": " + std::string{field.example} + "\n";
    return "# " + key + ":\n" + prefixed(field.example, "#   ");
  }
}

/// A commented file that says every default and shows what else could be said. Apart from
/// required values, reading it gives the defaults.
template <reflect::Described T>
std::string example() {
  std::string out;
  T const defaults{};
  reflect::for_each_field<T>([&](auto field) {
    if (!field.text.empty()) out.append("# ").append(field.text).append("\n");
    out += example_entry(field, defaults);
  });
  return out;
}

}  // namespace sievarr::derive

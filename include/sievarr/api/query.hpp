#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/utf8.hpp>
#include <sievarr/derive/decode.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/document/yaml.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What stands behind the question mark of a request, as a document that the one decoder reads:
/// `rating.min=7&genres=Drama&genres=Crime` is what `{rating: {min: 7}, genres: [Drama, Crime]}`
/// is.
namespace sievarr::api {

inline constexpr std::size_t most_parameters = 200;

constexpr int hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

enum class Spaces : std::uint8_t { as_plus, as_they_are };

/// A text without its escapes; none where one is broken, or where the result is no text.
inline std::optional<std::string> unescaped(std::string_view text, Spaces spaces) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+' && spaces == Spaces::as_plus) {
      plain += ' ';
    } else if (text[at] == '%') {
      if (at + 2 >= text.size()) return std::nullopt;
      int const high = hex_digit(text[at + 1]);
      int const low = hex_digit(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      plain += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      plain += text[at];
    }
  }
  if (first_invalid_utf8(plain) || plain.find('\0') != plain.npos) return std::nullopt;
  return plain;
}

/// A text as a segment of a path: all but letters, digits and what goes without escapes anywhere.
inline std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string segment;
  for (char const letter : text) {
    auto const byte = static_cast<unsigned char>(letter);
    bool const is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9');
    if (is_letter || std::string_view{"-._~:"}.find(letter) != std::string_view::npos)
      segment += letter;
    else
      (segment += '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return segment;
}

/// Reads the pairs of a query, and puts those of a path before them.
class QueryReader {
 public:
  /// Puts a value at a dotted path; a second one makes a list of both. False where a value would
  /// have to have parts as well.
  bool put(std::string_view path, std::string_view value) {
    document::Node* at = &root_;
    for (int depth = 0;; ++depth) {
      auto const dot = depth < most_depth ? path.find('.') : path.npos;
      auto& next = child(*at, path.substr(0, dot));
      if (dot == path.npos) return add(next, value);
      path.remove_prefix(dot + 1);
      if (!document::mapping(next.value)) return false;
      at = &next.value;
    }
  }

  /// Whether all of it could be read.
  bool read(std::string_view query) {
    for (std::size_t count = 0; !query.empty(); ++count) {
      if (count == most_parameters) return false;
      auto const pair = query.substr(0, query.find('&'));
      query.remove_prefix(std::min(query.size(), pair.size() + 1));
      if (pair.empty()) continue;
      auto const equals = std::min(pair.find('='), pair.size());
      auto const name = unescaped(pair.substr(0, equals), Spaces::as_plus);
      auto const value = unescaped(pair.substr(std::min(equals + 1, pair.size())), Spaces::as_plus);
      if (!name || !value || name->empty() || !put(*name, *value)) return false;
    }
    return true;
  }

  document::Node take() && { return std::move(root_); }

 private:
  static constexpr int most_depth = 4;

  static document::Member& child(document::Node& node, std::string_view key) {
    auto& members = *document::mapping(node);
    for (auto& member : members)
      if (member.key == key) return member;
    members.push_back({.key = std::string{key}, .key_place = place(), .value = {}});
    members.back().value = {.value = document::Mapping{}, .place = place()};
    return members.back();
  }

  static bool add(document::Member& member, std::string_view value) {
    auto node = document::text_node(value);
    node.place = place();
    auto& there = member.value;
    if (auto* const list = document::sequence(there)) {
      list->push_back(std::move(node));
    } else if (auto const* const parts = document::mapping(there)) {
      if (!parts->empty()) return false;
      there = std::move(node);
    } else {
      document::Sequence both;
      both.push_back(std::move(there));
      both.push_back(std::move(node));
      there = {.value = std::move(both), .place = place()};
    }
    return true;
  }

  static Place place() { return {.source = "query"}; }

  document::Node root_{.value = document::Mapping{}, .place = place()};
};

/// Makes of a value what its type needs: one value where a list belongs is a list of one, and what
/// is a tree of its own is written as one, in YAML or JSON.
template <class T>
void fit(document::Node& node) {
  if constexpr (reflect::Scalar<T>) {
    return;
  } else if constexpr (reflect::List<T>) {
    if (!document::scalar(node)) return;
    auto const place = node.place;
    document::Sequence one;
    one.push_back(std::move(node));
    node = {.value = std::move(one), .place = place};
  } else if constexpr (reflect::Maybe<T>) {
    fit<reflect::Inner<T>>(node);
  } else if constexpr (reflect::Table<T>) {
    if (auto* const members = document::mapping(node))
      for (auto& member : *members) fit<typename T::mapped_type>(member.value);
  } else if constexpr (reflect::Choice<T>) {
    if (auto const* const text = document::scalar(node))
      node = document::read_yaml(text->text, "query").value;
  } else if constexpr (reflect::Described<T>) {
    if constexpr (reflect::Shortened<T>)
      if (!document::mapping(node)) return fit<reflect::Shorthand<T>>(node);
    reflect::for_each_field<T>([&](auto field) {
      if (auto* const member = document::find_member(node, field.name))
        fit<typename decltype(field)::Value>(member->value);
    });
  }
}

/// The parameters of a request, which those of its path go before.
template <class T>
Reading<T> parameters(QueryReader query) {
  auto node = std::move(query).take();
  fit<T>(node);
  return derive::decode<T>(node);
}

}  // namespace sievarr::api

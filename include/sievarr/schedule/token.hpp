#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::schedule {

/// A word of a text, and where it begins, in bytes.
struct Token {
  std::string_view text;
  std::size_t begin = 0;
};

/// Why a word of a text does not fit; what is suggested instead replaces the word.
struct Misplaced {
  Token token;
  Misfit misfit;
};

/// What stands between white space.
inline std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    auto const point = at < text.size() ? first_code_point(text.substr(at)) : CodePoint{' ', 1};
    if (is_space(point.value)) {
      if (begin < at) tokens.push_back({text.substr(begin, at - begin), begin});
      begin = at + point.size;
    }
    at += point.size;
  }
  return tokens;
}

/// What stands between separators, which may be nothing.
inline std::vector<Token> parts_of(Token const& token, std::string_view separator) {
  std::vector<Token> parts;
  std::size_t begin = 0;
  while (true) {
    auto const end = std::min(token.text.find(separator, begin), token.text.size());
    parts.push_back({token.text.substr(begin, end - begin), token.begin + begin});
    if (end == token.text.size()) return parts;
    begin = end + separator.size();
  }
}

/// A word is not what was expected.
inline Misplaced unfit(Token const& token, std::string_view expected, std::string instead = {}) {
  return {token,
          {"bad-type", "expected " + std::string{expected} + ", " + reflect::got(token.text),
           std::move(instead)}};
}

/// The same, said of the whole text: with the column, and with a text to replace it.
inline Misfit said_of(std::string_view text, Misplaced misplaced) {
  auto const& [token, misfit] = misplaced;
  auto const column = code_points(text.substr(0, token.begin)) + 1;
  auto message = misfit.message + " at column " + to_text(column);
  if (misfit.instead.empty()) return {misfit.code, std::move(message)};
  auto whole = std::string{text.substr(0, token.begin)} + misfit.instead +
               std::string{text.substr(token.begin + token.text.size())};
  return {misfit.code, std::move(message), std::move(whole)};
}

}  // namespace sievarr::schedule

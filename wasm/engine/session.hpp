#pragma once

#include "engine.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <cstdint>
#include <cstring>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wasm {

/// Everything the page holds on to. Texts go in through `input` and come out through `output`,
/// which stays as it is until the next call; so do `rows` and `bytes`.
struct Session {
  Engine engine;
  std::vector<char> input;
  std::string output;
  Rows rows;
  Rows sections;
  std::vector<std::uint8_t> bytes;

  std::string_view text(std::uint32_t size) const {
    return size == 0 ? std::string_view{""} : std::string_view{input.data(), size};
  }
};

/// What a call gives back instead of a size when something failed; the output says what.
inline constexpr std::uint32_t failed = 0xFFFF'FFFF;

/// Libraries may throw, and memory may run out: the page is told, and goes on.
template <class Call>
std::uint32_t guarded(Session& session, Call call) {
  try {
    return call();
  } catch (std::exception const& exception) {
    session.output = exception.what();
    return failed;
  }
}

/// Answers with a text.
template <class Call>
std::uint32_t answer(Session& session, Call call) {
  return guarded(session, [&] {
    session.output = call();
    return static_cast<std::uint32_t>(session.output.size());
  });
}

/// Answers with rows.
template <class Call>
std::uint32_t answer_rows(Session& session, Call call) {
  return guarded(session, [&] {
    session.rows = call();
    return static_cast<std::uint32_t>(session.rows.size());
  });
}

/// What the page asks for makes no sense.
inline std::uint32_t refuse(Session& session, Problems const& problems) {
  session.output.clear();
  for (auto const& problem : problems) session.output += to_text(problem) + "\n";
  return failed;
}

/// The word in `input` as one of an enumeration; where it is none, the output says so.
template <class E>
std::optional<E> named(Session& session, std::uint32_t size) {
  auto const word = reflect::ScalarOf<E>::read(session.text(size));
  if (word) return *word;
  session.output = word.error().message;
  return std::nullopt;
}

/// The rows that the page has written into `input`, four bytes each.
inline std::vector<std::uint32_t> rows_in(Session const& session, std::uint32_t count) {
  std::vector<std::uint32_t> rows(count);
  std::memcpy(rows.data(), session.input.data(), count * sizeof(std::uint32_t));
  return rows;
}

template <class T>
std::string to_json_or_null(std::optional<T> const& value) {
  return value ? derive::to_json(*value) : "null";
}

}  // namespace sievarr::wasm

#pragma once

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/json.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::derive {

/// A JSON text as a value, with every problem placed in the text.
template <class T>
Reading<T> from_json(std::string_view text, std::string source) {
  auto document = document::read_json(text, std::move(source));
  if (has_errors(document.problems)) return {T{}, std::move(document.problems)};
  auto reading = decode<T>(document.value);
  append(document.problems, std::move(reading.problems));
  return {std::move(reading.value), std::move(document.problems)};
}

}  // namespace sievarr::derive

#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace sievarr::cli {

/// What is wrong with a word that should be a count; nothing where it is one.
inline std::string check_count(std::string const& word) {
  auto const number = to_integer(word);
  bool const fits = number && *number >= 0;
  return fits ? "" : "expected a whole number, 0 or more, got " + sievarr::quoted(word);
}

/// Finds out what is wrong with a word that should be a number within bounds.
inline std::function<std::string(std::string const&)> between(std::int64_t least,
                                                              std::int64_t most) {
  return [=](std::string const& word) {
    auto const number = to_integer(word);
    bool const fits = number && *number >= least && *number <= most;
    return fits ? ""
                : "expected a whole number from " + to_text(least) + " to " + to_text(most) +
                      ", got " + sievarr::quoted(word);
  };
}

/// "1 show", "2 shows".
template <std::integral Count>
std::string counted(Count count, std::string_view one, std::string_view several) {
  return to_text(count) + " " + std::string(count == 1 ? one : several);
}

}  // namespace sievarr::cli

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace sievarr::wire {

/// One value of a stream of JSON values, or why there is none, and where it begins.
struct JsonPiece {
  static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

  std::string_view text = {};
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t index = no_index;  ///< From 0, where the values stand in a list.
  std::string_view complaint = {};
  bool broken = false;  ///< Nothing behind it can be understood.
};

using TakePiece = std::function<void(JsonPiece const&)>;

/// No show is that long; what is longer is not kept.
inline constexpr std::size_t most_piece_bytes = 4 * 1024 * 1024;
inline constexpr std::string_view too_long = "longer than any show can be";

}  // namespace sievarr::wire

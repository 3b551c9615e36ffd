#pragma once

#include "environment.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::os {

enum class Colour : std::uint8_t { bold, faint, red, green, yellow, blue, violet, teal };

/// Colours text where a terminal will show it, and leaves it alone elsewhere.
class Paint {
 public:
  enum class Mode : std::uint8_t { plain, coloured };

  constexpr explicit Paint(Mode mode) : mode_(mode) {}

  std::string operator()(Colour colour, std::string_view text) const;

 private:
  Mode mode_;
};

enum class Stream : std::uint8_t { out, error };

/// Whether a person looks at a stream of this process, through something that can move its cursor.
bool is_terminal(Stream stream, Environment const& environment);

/// How many columns a terminal has; nothing where the stream leads to none.
std::optional<std::size_t> width_of(Stream stream, Environment const& environment);

/// Colours for a stream of this process: only on a terminal that can, and never against NO_COLOR.
Paint paint_for(Stream stream, Environment const& environment);

/// While it lives, nobody sees on the terminal what is typed, if what comes in is typed at all.
class QuietInput {
 public:
  QuietInput();
  ~QuietInput();
  QuietInput(QuietInput const&) = delete;
  QuietInput& operator=(QuietInput const&) = delete;

 private:
  struct Before;
  std::unique_ptr<Before> before_;
};

}  // namespace sievarr::os

#pragma once

#include <sievarr/base/problem.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::document {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Turns bytes and code points of one source into places. A byte order mark at the front is no
/// code point; lines end with LF, CR LF or CR.
class Positions {
 public:
  Positions(std::string_view text, std::string source) : source_(std::move(source)) {
    auto const mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    lines_.push_back(0);
    for (auto at = mark; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) continue;
      points_.push_back(static_cast<std::uint32_t>(at));
      auto const ends_line =
          text[at] == '\n' || (text[at] == '\r' && text.substr(at + 1, 1) != "\n");
      if (ends_line) lines_.push_back(static_cast<std::uint32_t>(points_.size()));
    }
    points_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  /// The byte at which a code point begins; the end of the text for all behind it.
  std::uint32_t byte_of(std::size_t point) const {
    return points_[std::min(point, points_.size() - 1)];
  }

  /// The place of the bytes from begin up to end.
  Place place(std::uint32_t begin, std::uint32_t end) const {
    auto const found = std::upper_bound(points_.begin(), points_.end(), begin);
    auto const point = found == points_.begin()
                           ? std::uint32_t{0}
                           : static_cast<std::uint32_t>(found - points_.begin() - 1);
    auto const line = std::upper_bound(lines_.begin(), lines_.end(), point) - 1;
    return {.source = source_,
            .line = static_cast<std::uint32_t>(line - lines_.begin() + 1),
            .column = point - *line + 1,
            .begin = begin,
            .end = end};
  }

 private:
  std::string source_;
  std::vector<std::uint32_t> points_;  // The byte of each code point, then the size.
  std::vector<std::uint32_t> lines_;   // The first code point of each line.
};

}  // namespace sievarr::document

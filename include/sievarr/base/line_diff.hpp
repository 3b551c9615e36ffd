#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

/// How two texts differ, line by line.
namespace sievarr {

/// The lines of a text, each with its end.
inline std::vector<std::string_view> lines_with_ends(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A line of two texts, and how many lines of each come before it.
struct DiffLine {
  enum class In : std::uint8_t { both, before, after };

  In in = In::both;
  std::size_t before = 0;
  std::size_t after = 0;

  bool operator==(DiffLine const&) const = default;
};

/// Finds the fewest lines that have to go and to come, as Myers does; beyond a number of them it
/// says that all is different, rather than to search for long.
class LineDiff {
 public:
  using Lines = std::vector<std::string_view>;
  static constexpr std::ptrdiff_t most = 2000;

  LineDiff(Lines const& before, Lines const& after) : before_(before), after_(after) {}

  std::vector<DiffLine> take() && {
    for (std::ptrdiff_t edits = 0; edits <= most; ++edits)
      if (advance(edits)) return back(edits);
    return all_different();
  }

 private:
  using In = DiffLine::In;

  /// How far one gets on a diagonal with one edit less.
  std::ptrdiff_t& reached(std::ptrdiff_t edits, std::ptrdiff_t diagonal) {
    return trace_[static_cast<std::size_t>(edits)][static_cast<std::size_t>(diagonal + edits)];
  }

  bool comes_from_above(std::ptrdiff_t edits, std::ptrdiff_t diagonal) {
    if (diagonal == -edits || diagonal == edits) return diagonal == -edits;
    return reached(edits - 1, diagonal - 1) < reached(edits - 1, diagonal + 1);
  }

  /// Goes on from all places that are reached with one edit less; true at the end of both texts.
  bool advance(std::ptrdiff_t edits) {
    trace_.emplace_back(static_cast<std::size_t>(2 * edits + 1), 0);
    auto const size = std::pair{std::ssize(before_), std::ssize(after_)};
    for (auto diagonal = -edits; diagonal <= edits; diagonal += 2) {
      std::ptrdiff_t x = 0;
      if (edits > 0)
        x = comes_from_above(edits, diagonal) ? reached(edits - 1, diagonal + 1)
                                              : reached(edits - 1, diagonal - 1) + 1;
      auto y = x - diagonal;
      while (x < size.first && y < size.second && same(x, y)) ++x, ++y;
      reached(edits, diagonal) = x;
      if (x >= size.first && y >= size.second) return true;
    }
    return false;
  }

  bool same(std::ptrdiff_t x, std::ptrdiff_t y) const {
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  std::vector<DiffLine> back(std::ptrdiff_t edits) {
    x_ = std::ssize(before_);
    y_ = std::ssize(after_);
    for (; edits > 0; --edits) {
      auto const diagonal = x_ - y_;
      bool const above = comes_from_above(edits, diagonal);
      auto const from = above ? diagonal + 1 : diagonal - 1;
      auto const x = reached(edits - 1, from);
      walk_back(above ? x : x + 1, above ? x - from + 1 : x - from);
      walk_back(x, x - from);
    }
    walk_back(0, 0);
    return reversed();
  }

  /// Notes the lines back to a place; those of both texts lie on a diagonal.
  void walk_back(std::ptrdiff_t x, std::ptrdiff_t y) {
    while (x_ > x || y_ > y) {
      bool const both = x_ > x && y_ > y;
      auto const in = both ? In::both : y_ > y ? In::after : In::before;
      if (in != In::after) --x_;
      if (in != In::before) --y_;
      lines_.push_back({in, static_cast<std::size_t>(x_), static_cast<std::size_t>(y_)});
    }
  }

  std::vector<DiffLine> all_different() const {
    std::vector<DiffLine> lines;
    for (std::size_t at = 0; at < before_.size(); ++at) lines.push_back({In::before, at, 0});
    for (std::size_t at = 0; at < after_.size(); ++at)
      lines.push_back({In::after, before_.size(), at});
    return lines;
  }

  std::vector<DiffLine> reversed() {
    std::reverse(lines_.begin(), lines_.end());
    return std::move(lines_);
  }

  Lines const& before_;
  Lines const& after_;
  std::vector<std::vector<std::ptrdiff_t>> trace_;
  std::vector<DiffLine> lines_;
  std::ptrdiff_t x_ = 0;
  std::ptrdiff_t y_ = 0;
};

}  // namespace sievarr

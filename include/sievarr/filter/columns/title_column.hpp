#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::filter {

/// A text for each row, all in one piece and in the order of the rows, so that one sweep searches
/// them all. Between two stands a byte that UTF-8 does not have.
class TitleColumn {
 public:
  static constexpr char between = '\xFF';

  void push_back(std::string_view title) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_.append(title).append(1, between);
  }

  /// Later titles move when the new one is not as long as the old.
  void replace(std::size_t row, std::string_view title) {
    auto const before = (*this)[row].size();
    text_.replace(begins_[row], before, title);
    auto const shift = static_cast<std::uint32_t>(title.size() - before);
    if (shift == 0) return;
    for (auto later = row + 1; later < begins_.size(); ++later) begins_[later] += shift;
  }

  std::string_view operator[](std::size_t row) const {
    return std::string_view{text_}.substr(begins_[row], end_of(row) - begins_[row]);
  }

  /// All titles, and the row whose title holds a place in them.
  std::string_view text() const { return text_; }
  std::size_t row_at(std::size_t place) const {
    auto const behind = std::upper_bound(begins_.begin(), begins_.end(), place);
    return static_cast<std::size_t>(behind - begins_.begin()) - 1;
  }
  /// Where the title of a row ends.
  std::size_t end_of(std::size_t row) const {
    return (row + 1 < begins_.size() ? begins_[row + 1] : text_.size()) - 1;
  }

  std::size_t size() const { return begins_.size(); }
  /// What it takes beside the texts themselves.
  std::size_t bytes() const { return begins_.capacity() * sizeof(std::uint32_t); }
  std::size_t text_bytes() const { return text_.capacity(); }

  void shrink() {
    text_.shrink_to_fit();
    begins_.shrink_to_fit();
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace sievarr::filter

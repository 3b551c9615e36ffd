#pragma once

#include <sievarr/document/json_scan.hpp>
#include <sievarr/wire/json_piece.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::wire {

inline bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), document::is_json_space);
}

/// Cuts a text that comes in chunks into its lines; blank ones are only counted.
class JsonLines {
 public:
  explicit JsonLines(TakePiece take) : take_(std::move(take)) {}

  void feed(std::string_view bytes) {
    for (;;) {
      auto const end = bytes.find('\n');
      auto const part = bytes.substr(0, end);
      if (end == std::string_view::npos) return hold(part);
      if (held_.empty() && !dropping_) {
        give(part);
      } else {
        hold(part);
        give(held_);
      }
      bytes.remove_prefix(end + 1);
    }
  }

  void finish() { give(held_); }

 private:
  void hold(std::string_view part) {
    if (!dropping_ && held_.size() + part.size() <= most_piece_bytes) {
      held_ += part;
      return;
    }
    dropping_ = true;
    held_.clear();
  }

  void give(std::string_view text) {
    if (std::exchange(dropping_, false) || text.size() > most_piece_bytes)
      take_({.line = line_, .complaint = too_long});
    else if (!is_blank(text))
      take_({.text = text, .line = line_});
    held_.clear();
    ++line_;
  }

  TakePiece take_;
  std::string held_;  // What came of the line in earlier chunks.
  std::size_t line_ = 1;
  bool dropping_ = false;
};

}  // namespace sievarr::wire

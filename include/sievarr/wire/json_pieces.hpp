#pragma once

#include <sievarr/base/utf8.hpp>
#include <sievarr/document/json_scan.hpp>
#include <sievarr/wire/json_piece.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::wire {

/// Finds where the values of a JSON text begin and end without understanding them: those of a list,
/// or those that stand one after the other. Takes the text in chunks.
class JsonPieces {
 public:
  explicit JsonPieces(TakePiece take) : take_(std::move(take)) {}

  void feed(std::string_view bytes) {
    auto at = bytes.data();
    auto const end = at + bytes.size();
    while (at != end && !broken_) at = inside_ ? continue_value(at, end) : between(at);
  }

  /// How many lists began until now.
  std::size_t lists() const { return lists_; }

  /// Says that the text is over; it must not end in the middle of something.
  void finish() {
    if (!broken_ && inside_ && is_word_) give(held_);
    if (!broken_ && (inside_ || in_list_)) stop("the text ends too early");
  }

 private:
  enum class Wanted : std::uint8_t { value_or_end, comma_or_end, value };

  /// Steps over one byte between two values, or begins a value.
  char const* between(char const* at) {
    auto const mark = *at;
    if (document::is_json_space(mark)) {
      pass(std::string_view(at, 1));
      return at + 1;
    }
    auto const opens = !in_list_ && mark == '[';
    auto const closes = in_list_ && mark == ']' && wanted_ != Wanted::value;
    auto const separates = in_list_ && mark == ',' && wanted_ == Wanted::comma_or_end;
    if (opens || closes || separates) {
      in_list_ = !closes;
      if (opens) ++lists_;
      wanted_ = opens ? Wanted::value_or_end : Wanted::value;
      pass(std::string_view(at, 1));
      return at + 1;
    }
    if (in_list_ && wanted_ == Wanted::comma_or_end)
      stop(R"(expected "," or "]" between two values)");
    else if (mark == ',' || mark == ']' || mark == '}')
      stop("expected a value");
    else
      begin_value(mark);
    return at;
  }

  void begin_value(char mark) {
    inside_ = true;
    is_word_ = mark != '{' && mark != '[' && mark != '"';
    begin_ = {.line = line_, .column = column_, .index = in_list_ ? index_++ : JsonPiece::no_index};
    held_.clear();
  }

  /// Goes on to the end of the value or of the chunk.
  char const* continue_value(char const* at, char const* end) {
    auto const first = at;
    while (at != end && inside_) at = step(at, end);
    auto const part = std::string_view(first, static_cast<std::size_t>(at - first));
    pass(part);
    if (held_.size() + part.size() > most_piece_bytes) {
      stop(too_long);
      return end;
    }
    if (!inside_ && held_.empty()) {
      give(part);
    } else {
      held_ += part;
      if (!inside_) give(held_);
    }
    return at;
  }

  char const* step(char const* at, char const* end) {
    if (in_string_) return step_in_string(at, end);
    if (is_word_) return step_in_word(at);
    switch (*at) {
      case '"': in_string_ = true; break;
      case '{':
      case '[': ++depth_; break;
      case '}':
      case ']': inside_ = --depth_ > 0; break;
      default: break;
    }
    return at + 1;
  }

  char const* step_in_string(char const* at, char const* end) {
    if (std::exchange(escaped_, false)) return at + 1;
    at = document::json_plain_end(at, end);
    if (at == end) return at;
    if (*at == '\\') escaped_ = true;
    if (*at == '"') {
      in_string_ = false;
      inside_ = depth_ > 0;
    }
    return at + 1;
  }

  char const* step_in_word(char const* at) {
    auto const ends = document::is_json_space(*at) || *at == ',' || *at == ']' || *at == '}';
    inside_ = !ends;
    return ends ? at : at + 1;
  }

  void give(std::string_view text) {
    inside_ = false;
    wanted_ = Wanted::comma_or_end;
    begin_.text = text;
    take_(begin_);
  }

  void stop(std::string_view complaint) {
    broken_ = true;
    take_({.line = line_, .column = column_, .complaint = complaint, .broken = true});
  }

  /// Counts lines and columns.
  void pass(std::string_view text) {
    auto const last = text.rfind('\n');
    if (last != std::string_view::npos) {
      line_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      column_ = 1;
      text.remove_prefix(last + 1);
    }
    column_ += code_points(text);
  }

  TakePiece take_;
  std::string held_;  // What came of the value in earlier chunks.
  JsonPiece begin_;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  std::size_t index_ = 0;
  std::size_t lists_ = 0;
  std::size_t depth_ = 0;
  Wanted wanted_ = Wanted::value;
  bool broken_ = false;
  bool in_list_ = false;
  bool inside_ = false;
  bool is_word_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace sievarr::wire

#pragma once

#include <sievarr/document/json_tokens.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// Reads a JSON text value by value, in the text's order, without building anything; what nobody
/// wants is skipped. Strict as RFC 8259. After an error every call answers nothing, so it is
/// enough to look at error() once, behind the last value.
class JsonReader {
 public:
  enum class Kind : std::uint8_t { object, array, string, number, boolean, null, nothing };

  static constexpr std::size_t most_levels = 64;  ///< As many as a word has bits.

  explicit JsonReader(std::string_view text, std::size_t levels = most_levels)
      : tokens_(text), limit_(std::min(levels, most_levels)) {}

  std::optional<JsonError> const& error() const { return tokens_.error(); }

  /// Gives up, for a reason of the caller's own.
  void fail(std::string_view reason, std::string_view code = "bad-json") {
    tokens_.fail(reason, code);
  }

  /// Where the next value begins, or the next mark.
  std::size_t offset() {
    tokens_.peek();
    return tokens_.offset();
  }

  /// The byte behind what was read last.
  std::size_t end_offset() const { return tokens_.offset(); }

  /// What kind of value begins here.
  Kind peek() {
    auto const first = tokens_.peek();
    switch (first) {
      case '{': return Kind::object;
      case '[': return Kind::array;
      case '"': return Kind::string;
      case 't':
      case 'f': return Kind::boolean;
      case 'n': return Kind::null;
      default: return first == '-' || (first >= '0' && first <= '9') ? Kind::number : Kind::nothing;
    }
  }

  bool enter_object() { return enter(Kind::object); }
  bool enter_array() { return enter(Kind::array); }

  /// The key of the next member, whose value comes next; none behind the last one. Stands until
  /// the next key or string is read.
  std::optional<std::string_view> next_key() {
    if (!next('}')) return std::nullopt;
    key_offset_ = offset();
    if (peek() != Kind::string) fail("expected a key");
    auto const key = tokens_.string();
    key_end_ = end_offset();
    if (!colon()) return std::nullopt;
    return key;
  }

  /// Where the last key began and ended, quotes included.
  std::size_t key_offset() const { return key_offset_; }
  std::size_t key_end() const { return key_end_; }

  /// Whether the array has another item, which comes next.
  bool next_item() { return next(']'); }

  /// A string, decoded. Stands until the next key or string is read.
  std::string_view string() { return tokens_.string(); }

  /// A number as it is written.
  std::string_view number() {
    tokens_.peek();
    return tokens_.number();
  }

  bool boolean() {
    auto const is_true = tokens_.peek() == 't';
    word(is_true ? "true" : "false");
    return is_true && !error();
  }

  void null() { word("null"); }

  /// Passes over one value, whatever it is, checking all of it but building nothing.
  void skip_value() {
    auto const floor = depth_;
    do {
      skip_head();
      while (depth_ > floor && !error() && !skip_to_next()) continue;
    } while (depth_ > floor && !error());
  }

  /// One value, unread, as it is written.
  std::string_view raw_value() {
    auto const first = offset();
    skip_value();
    return error() ? std::string_view{} : tokens_.between(first, end_offset());
  }

  /// Whether nothing but white space is left; what is left is an error.
  bool finish() {
    if (!error() && !tokens_.at_end()) fail("expected nothing behind the value");
    return !error();
  }

 private:
  bool enter(Kind kind) {
    if (depth_ == limit_) fail("nested too deep", "too-deep");
    if (!tokens_.take(kind == Kind::object ? '{' : '['))
      fail(kind == Kind::object ? "expected an object" : "expected an array");
    if (error()) return false;
    auto const bit = std::uint64_t{1} << depth_++;
    objects_ = kind == Kind::object ? objects_ | bit : objects_ & ~bit;
    return first_ = true;
  }

  bool in_object() const { return ((objects_ >> (depth_ - 1)) & 1) != 0; }

  /// Steps over the comma to the next member, or over the closing mark.
  bool next(char close) {
    auto const first = std::exchange(first_, false);
    if (error() || depth_ == 0) return false;
    auto const mark = tokens_.peek();
    if (mark == close) {
      tokens_.take(close);
      --depth_;
      return false;
    }
    if (first && mark != '\0') return true;
    if (!first && tokens_.take(',')) return true;
    if (close == '}')
      fail(first ? R"(expected a key or "}")" : R"(expected "," or "}")");
    else
      fail(first ? R"(expected a value or "]")" : R"(expected "," or "]")");
    return false;
  }

  bool colon() {
    if (tokens_.take(':')) return true;
    fail(R"(expected ":")");
    return false;
  }

  void word(std::string_view wanted) {
    tokens_.peek();
    tokens_.word(wanted);
  }

  /// Passes over a scalar, or into an object or array.
  void skip_head() {
    switch (peek()) {
      case Kind::object: enter(Kind::object); return;
      case Kind::array: enter(Kind::array); return;
      case Kind::string: return tokens_.skip_string();
      case Kind::number: number(); return;
      case Kind::boolean: boolean(); return;
      case Kind::null: null(); return;
      case Kind::nothing: fail("expected a value"); return;
    }
  }

  /// Whether another value follows at this level; else the level is left.
  bool skip_to_next() {
    if (!in_object()) return next_item();
    if (!next('}')) return false;
    if (peek() != Kind::string) fail("expected a key");
    tokens_.skip_string();
    return colon();
  }

  JsonTokens tokens_;
  std::size_t limit_;
  std::size_t depth_ = 0;
  std::size_t key_offset_ = 0;
  std::size_t key_end_ = 0;
  std::uint64_t objects_ = 0;  // A bit for each level that is an object.
  bool first_ = false;         // Just entered: no comma yet.
};

}  // namespace sievarr::document

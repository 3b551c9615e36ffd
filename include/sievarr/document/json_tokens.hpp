#pragma once

#include <sievarr/base/utf8.hpp>
#include <sievarr/document/json_scan.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::document {

/// Why a JSON text cannot be read any further, and at which byte.
struct JsonError {
  std::size_t offset = 0;
  std::string_view reason;
  std::string_view code = "bad-json";

  bool operator==(JsonError const&) const = default;
};

/// The words of a JSON text, one after the other. After an error the text is at its end.
class JsonTokens {
 public:
  explicit JsonTokens(std::string_view text)
      : begin_(text.data()),
        at_(begin_ + (text.starts_with("\xEF\xBB\xBF") ? 3 : 0)),
        end_(begin_ + text.size()) {}

  std::optional<JsonError> const& error() const { return error_; }
  std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  std::string_view between(std::size_t first, std::size_t last) const {
    return {begin_ + first, last - first};
  }

  /// The first failure counts: what follows from it is no news.
  void fail(std::string_view reason, std::string_view code = "bad-json") {
    if (!error_) error_ = JsonError{offset(), reason, code};
    at_ = end_;
  }

  /// The next byte that is not white space; 0 at the end, which no value begins with.
  char peek() {
    while (at_ != end_ && is_json_space(*at_)) ++at_;
    return at_ == end_ ? '\0' : *at_;
  }

  bool at_end() { return peek() == '\0' && at_ == end_; }

  bool take(char mark) {
    if (peek() != mark || at_ == end_) return false;
    ++at_;
    return true;
  }

  void word(std::string_view wanted) {
    if (rest().starts_with(wanted))
      at_ += wanted.size();
    else
      fail("expected a value");
  }

  std::string_view number() {
    auto const length = json_number_length(rest());
    if (length == 0) {
      fail("expected a number");
      return {};
    }
    at_ += length;
    return {at_ - length, length};
  }

  /// A string, decoded: a piece of the text, or of a buffer that the next string overwrites.
  std::string_view string() {
    if (!open_string()) return {};
    auto const first = at_;
    if (!plain_run()) return {};
    if (*at_ == '"') return {first, static_cast<std::size_t>(at_++ - first)};
    buffer_.assign(first, at_);
    while (*at_ == '\\') {
      append_utf8(buffer_, escape());
      auto const more = at_;
      if (error_ || !plain_run()) return {};
      buffer_.append(more, at_);
    }
    ++at_;
    return buffer_;
  }

  /// Passes over a string, checking all of it.
  void skip_string() {
    if (!open_string()) return;
    while (plain_run() && *at_ == '\\') escape();
    if (!error_) ++at_;
  }

 private:
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  void fail_at(std::string_view reason, char const* where) {
    at_ = where;
    fail(reason);
  }

  bool open_string() {
    peek();
    opened_ = at_;
    if (take('"')) return true;
    fail("expected a string");
    return false;
  }

  /// Runs to the closing quote or to a backslash.
  bool plain_run() {
    for (;;) {
      at_ = json_plain_end(at_, end_);
      if (at_ == end_) {
        if (!error_) fail_at("a string without an end", opened_);
        return false;
      }
      if (*at_ == '"' || *at_ == '\\') return true;
      auto const point = first_code_point(rest());
      if (point.value < 0x20 || point.value == no_code_point) {
        fail(point.value < 0x20 ? "a control character in a string" : "bytes that are not UTF-8");
        return false;
      }
      at_ += point.size;
    }
  }

  /// Reads what a backslash begins.
  char32_t escape() {
    auto const start = at_++;
    switch (at_ == end_ ? '\0' : *at_++) {
      case '"': return '"';
      case '\\': return '\\';
      case '/': return '/';
      case 'b': return '\b';
      case 'f': return '\f';
      case 'n': return '\n';
      case 'r': return '\r';
      case 't': return '\t';
      case 'u': return unicode_escape(start);
      default: fail_at("an unknown escape in a string", start); return 0;
    }
  }

  char32_t unicode_escape(char const* start) {
    auto const point = four_digits(start);
    if (point < 0xD800 || point > 0xDFFF || error_) return point;
    auto const paired = point < 0xDC00 && rest().starts_with("\\u");
    if (paired) at_ += 2;
    auto const low = paired ? four_digits(start) : 0;
    if (low >= 0xDC00 && low <= 0xDFFF) return 0x1'0000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    fail_at("half a surrogate pair in a string", start);
    return 0;
  }

  char32_t four_digits(char const* start) {
    char32_t value = 0;
    for (int count = 0; count < 4; ++count) {
      auto const digit = at_ == end_ ? 16 : hex_value(*at_++);
      if (digit == 16) {
        fail_at("an unknown escape in a string", start);
        return 0;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  char const* begin_;
  char const* at_;
  char const* end_;
  char const* opened_ = nullptr;  // The quote of the string that is being read.
  std::string buffer_;
  std::optional<JsonError> error_;
};

}  // namespace sievarr::document

#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/base/utf8.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::value {

/// A title with wildcards, without regard to case: * stands for anything, ? for one code point
/// (of the folded title, where ß is ss), \* and \? and \\ for themselves. It must fit the whole
/// title. Patterns are equal when they mean the same.
class Pattern {
 public:
  static constexpr reflect::Shape shape{.expected = "a title, with * and ? for what varies",
                                        .example = "*christmas*"};

  Pattern() = default;

  static Result<Pattern, Misfit> read(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || first_invalid_utf8(text)) return reflect::unreadable(shape, text);
    return Pattern{text};
  }

  /// Whether a title that was trimmed and folded fits. Between two stars the first place is as
  /// good as any other, so nothing is tried twice.
  bool matches(std::string_view folded) const {
    auto const head = span_of(pieces_.front(), folded);
    if (pieces_.size() == 1) return head == folded.size();
    if (head == nowhere) return false;
    folded.remove_prefix(head);
    for (std::size_t at = 1; at + 1 < pieces_.size(); ++at) {
      auto const end = end_of_first(pieces_[at], folded);
      if (end == nowhere) return false;
      folded.remove_prefix(end);
    }
    return ends_with(folded, pieces_.back());
  }

  /// Whether only one title fits: literal().
  bool is_literal() const { return pieces_.size() == 1 && !has_any(pieces_.front()); }
  std::string const& literal() const { return pieces_.front(); }

  /// The longest run of letters that every title that fits has, folded; empty where any may stand.
  std::string_view longest_literal() const {
    std::string_view longest;
    for (std::string_view piece : pieces_) {
      while (!piece.empty()) {
        auto const run = piece.substr(0, piece.find(any));
        if (run.size() > longest.size()) longest = run;
        piece.remove_prefix(run.size() < piece.size() ? run.size() + 1 : run.size());
      }
    }
    return longest;
  }

  /// As it was written.
  std::string const& text() const { return text_; }

  bool operator==(Pattern const& other) const { return pieces_ == other.pieces_; }
  bool operator<(Pattern const& other) const { return pieces_ < other.pieces_; }

 private:
  /// A byte that UTF-8 never has stands for a ? among the letters of a piece.
  static constexpr char any = '\xFE';
  static constexpr std::size_t nowhere = std::string_view::npos;

  explicit Pattern(std::string_view text) : text_(text) {
    std::string letters;
    auto const flush = [&] {
      pieces_.back() += fold(letters);
      letters.clear();
    };
    for (; !text.empty(); text.remove_prefix(1)) {
      bool const escaped =
          text.size() > 1 && text[0] == '\\' && std::string_view{"*?\\"}.find(text[1]) != nowhere;
      if (escaped) text.remove_prefix(1);
      if (escaped || (text[0] != '*' && text[0] != '?')) {
        letters += text[0];
        continue;
      }
      flush();
      if (text[0] == '?') pieces_.back() += any;
      bool const again = pieces_.size() > 1 && pieces_.back().empty();
      if (text[0] == '*' && !again) pieces_.emplace_back();
    }
    flush();
  }

  static bool has_any(std::string_view piece) { return piece.find(any) != nowhere; }
  static bool is_continuation(char byte) { return (byte & 0xC0) == 0x80; }

  /// Where the code point that begins at a place ends.
  static std::size_t behind(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && is_continuation(text[at]));
    return at;
  }

  /// How many bytes a piece takes at the start of a text.
  static std::size_t span_of(std::string_view piece, std::string_view text) {
    std::size_t at = 0;
    for (char const letter : piece) {
      if (at == text.size() || (letter != any && letter != text[at])) return nowhere;
      at = letter == any ? behind(text, at) : at + 1;
    }
    return at;
  }

  /// Where the first fit of a piece in a text ends.
  static std::size_t end_of_first(std::string_view piece, std::string_view text) {
    if (!has_any(piece)) {
      auto const at = text.find(piece);
      return at == nowhere ? nowhere : at + piece.size();
    }
    for (std::size_t at = 0; at < text.size(); at = behind(text, at)) {
      auto const size = span_of(piece, text.substr(at));
      if (size != nowhere) return at + size;
    }
    return nowhere;
  }

  static bool ends_with(std::string_view text, std::string_view piece) {
    if (!has_any(piece)) return text.ends_with(piece);
    auto start = text.size();
    for (auto wanted = code_points(piece); wanted > 0; --wanted) {
      if (start == 0) return false;
      do --start;
      while (start > 0 && is_continuation(text[start]));
    }
    return span_of(piece, text.substr(start)) == text.size() - start;
  }

  std::string text_;
  std::vector<std::string> pieces_{std::string{}};
};

}  // namespace sievarr::value

#pragma once

#include <sievarr/document/path.hpp>
#include <sievarr/document/positions.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/document/yaml_outline.hpp>
#include <sievarr/editor/outline_walk.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// What stands around a value: what it is written behind, which decides how more of it is written.
enum class Stand : std::uint8_t { behind_key, own_line, item, in_brackets };

/// Where somebody writes: in a key of the mapping at a path, or in the value at a path.
struct Cursor {
  bool is_key = false;
  document::Path path = {};
  std::vector<std::string> siblings = {};  ///< The other keys of that mapping.
  std::string typed = {};                  ///< What stands of it in front of the cursor.
  std::uint32_t begin = 0;                 ///< The bytes that a completion replaces.
  std::uint32_t end = 0;
  Stand stand = Stand::own_line;
};

/// The word that is being written, quotes included: what stands between signs of YAML.
class WordAt {
 public:
  WordAt(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {
    for (std::uint32_t at = 0; at < offset; ++at) look_at(at);
    while (begin_ < offset_ && is_space(text_[begin_])) ++begin_;
  }

  bool is_comment() const { return is_comment_; }
  std::uint32_t begin() const { return begin_; }
  Stand stand() const { return stand_; }

  std::string typed() const {
    auto word = text_.substr(begin_, offset_ - begin_);
    if (!word.empty() && (word.front() == '"' || word.front() == '\'')) word.remove_prefix(1);
    return std::string{word};
  }

  /// Where the word ends, as far as it goes on behind the cursor.
  std::uint32_t end() const {
    auto const stop = quote_ != 0 ? text_.find_first_of(std::string{quote_} + "\r\n", offset_)
                                  : text_.find_first_of(",]}#:\r\n", offset_);
    auto at = static_cast<std::uint32_t>(std::min(stop, text_.size()));
    if (quote_ != 0 && at < text_.size() && text_[at] == quote_) return at + 1;
    while (at > offset_ && is_space(text_[at - 1])) --at;
    return at;
  }

 private:
  static bool is_space(char letter) { return letter == ' ' || letter == '\t'; }
  static bool is_break(char letter) { return letter == '\n' || letter == '\r'; }

  void look_at(std::uint32_t at) {
    auto const letter = text_[at];
    if (is_break(letter)) {
      is_comment_ = false;
      start(at, depth_ > 0 ? Stand::in_brackets : Stand::own_line);
    } else if (quote_ != 0) {
      if (letter == quote_) quote_ = 0;
    } else if (!is_comment_) {
      look_at_sign(letter, at);
    }
  }

  void look_at_sign(char letter, std::uint32_t at) {
    bool const first = is_blank(at);
    bool const spaced =
        at + 1 >= text_.size() || is_space(text_[at + 1]) || is_break(text_[at + 1]);
    if ((letter == '"' || letter == '\'') && first) quote_ = letter;
    if (letter == '#' && (first || is_space(text_[at - 1]))) is_comment_ = true;
    if ((letter == '[' || letter == '{') && (first || depth_ > 0)) {
      ++depth_;
      start(at, Stand::in_brackets);
    }
    if ((letter == ']' || letter == '}') && depth_ > 0) {
      --depth_;
      start(at, stand_);
    }
    if (letter == ',' && depth_ > 0) start(at, Stand::in_brackets);
    if (letter == ':' && spaced) start(at, depth_ > 0 ? Stand::in_brackets : Stand::behind_key);
    if (letter == '-' && spaced && first && depth_ == 0) start(at, Stand::item);
  }

  bool is_blank(std::uint32_t at) const {
    return text_.substr(begin_, at - begin_).find_first_not_of(" \t") == std::string_view::npos;
  }

  void start(std::uint32_t at, Stand stand) {
    begin_ = at + 1;
    stand_ = stand;
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::uint32_t begin_ = 0;
  std::size_t depth_ = 0;
  char quote_ = 0;
  bool is_comment_ = false;
  Stand stand_ = Stand::own_line;
};

/// Finds a word in the outline of a text that may break off behind it.
inline std::optional<Cursor> find_word(std::vector<document::YamlStep> const& steps,
                                       std::string_view word) {
  std::optional<Cursor> found;
  OutlineWalk(steps, [&](OutlineEntry const& entry) {
    if (entry.step.text != word) return false;
    found = Cursor{.is_key = entry.is_key, .path = entry.path};
    if (!entry.is_key) return true;
    found->path.pop_back();
    for (auto& key : OutlineWalk::keys_of(steps, entry.holder))
      if (key != word) found->siblings.push_back(std::move(key));
    return true;
  });
  return found;
}

/// Where in a config a byte of the text is, even if the text around it makes no sense yet. The word
/// there is replaced with one that fits, as a value and as a key, with and without what follows.
inline std::optional<Cursor> cursor_at(std::string_view text, std::uint32_t offset) {
  constexpr std::string_view stand_in = "sievarr_cursor";
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  WordAt const word(text, offset);
  if (word.is_comment() || document::unreadable_yaml(text)) return std::nullopt;
  auto const end = word.end();
  std::string const head{text.substr(0, word.begin())};
  for (std::string_view const sign : {"", ": x"})
    for (auto const rest : {text.substr(end), std::string_view{}}) {
      auto const tried = head + std::string{stand_in} + std::string{sign} + std::string{rest};
      document::Positions const positions(tried, "");
      auto const outline = document::YamlOutliner(tried, positions).outline();
      auto cursor = find_word(outline.steps, stand_in);
      if (!cursor) continue;
      cursor->typed = word.typed();
      cursor->begin = word.begin();
      cursor->end = end;
      cursor->stand = word.stand();
      return cursor;
    }
  return std::nullopt;
}

}  // namespace sievarr::editor

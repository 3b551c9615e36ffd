#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/config/legacy.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// Takes the next line off a text, without its line break.
inline std::string_view take_line(std::string_view& text) {
  auto const end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The comment of a line, from its # on; empty where there is none.
inline std::string_view comment_of(std::string_view line) {
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    char const letter = line[at];
    if (quote == '"' && letter == '\\') {
      ++at;
    } else if (quote != 0) {
      if (letter == quote) quote = 0;
    } else if (letter == '"' || letter == '\'') {
      quote = letter;
    } else if (letter == '#' && (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t')) {
      return line.substr(at);
    }
  }
  return {};
}

/// What stood below a key, one level further out; the line of the key leaves its comment.
inline std::string unwrapped(std::string_view block, std::size_t indent) {
  std::string text;
  auto const first = take_line(block);
  if (auto const comment = comment_of(first); !comment.empty()) text.append(comment).append("\n");
  while (!block.empty()) {
    auto line = take_line(block);
    auto const margin = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(std::min(margin, indent));
    text.append(line).append("\n");
  }
  return text;
}

/// Rewrites the lines from before there were selections, each with the comments around it.
class LegacyLines {
 public:
  LegacyLines(std::string_view text, std::uint32_t first_line) : text_(text), line_(first_line) {}

  std::string rewritten(document::Node const& filters, std::string_view block) && {
    for (auto const& line : legacy_lines) add(line, filters);
    sievarr::stable_sort(found_,
                         [](Found const& a, Found const& b) { return a.number < b.number; });
    collect_comments(block);
    std::string out;
    auto const excludes = lines_of(LegacyLine::Home::exclude, "  ");
    if (!excludes.empty()) out += "exclude:\n" + excludes;
    out.append("selections:\n  - name: ").append(legacy_selection).append("\n");
    if (auto const lenient = lenient_lines(); !lenient.empty())
      out += "    unknown: {" + lenient + "}\n";
    out += lines_of(LegacyLine::Home::selection, "    ");
    for (auto const& comment : pending_) out += comment + "\n";
    return out;
  }

 private:
  /// An old line where it stands, in its new words.
  struct Found {
    LegacyLine line;
    std::uint32_t number = 0;
    std::string text = {};  ///< Empty where it said nothing.
    std::vector<std::string> above = {};
    std::string behind = {};
  };

  void add(LegacyLine const& line, document::Node const& filters) {
    auto const path = document::read_path(line.path);
    auto const* holder = &filters;
    for (std::size_t at = 0; at + 1 < path->size() && holder; ++at)
      holder = document::below(*holder, (*path)[at]);
    auto const* const members = holder ? document::mapping(*holder) : nullptr;
    if (!members) return;
    for (auto const& member : *members) {
      if (member.key != std::get<std::string>(path->back())) continue;
      found_.push_back({.line = line, .number = member.key_place.line});
      found_.back().text = new_words(line, member.value);
    }
  }

  std::string new_words(LegacyLine const& line, document::Node const& value) const {
    if (document::is_null(value)) return "";
    auto written = in_place(value);
    if (!line.word_if.empty()) {
      auto const truth = reflect::ScalarOf<bool>::read(document::scalar(value)->text);
      if (!truth || !*truth) return "";
      written = "[" + std::string{line.word_if} + "]";
    }
    auto const dot = line.now.find('.');
    auto const key = std::string{line.now.substr(0, dot)};
    if (dot == std::string_view::npos) return key + ": " + written;
    return key + ": {" + std::string{line.now.substr(dot + 1)} + ": " + written + "}";
  }

  /// A value as it was written, if that is one line; else in one line.
  std::string in_place(document::Node const& value) const {
    auto const slice = text_.substr(value.place.begin, value.place.end - value.place.begin);
    bool const one_line = slice.find('\n') == slice.npos;
    if (auto const* scalar = document::scalar(value)) {
      bool const plain = scalar->style == document::Scalar::Style::plain;
      if (one_line && !plain) return std::string{slice};
      return document::yaml_scalar(*scalar, document::YamlContext::flow);
    }
    auto const* const items = document::sequence(value);
    if (!items || (one_line && slice.starts_with('['))) return std::string{slice};
    std::string list;
    for (auto const& item : *items) {
      auto const* const word = document::scalar(item);
      list.append(list.empty() ? "[" : ", ");
      if (word) list += document::yaml_scalar(*word, document::YamlContext::flow);
    }
    return list.empty() ? "[]" : list + "]";
  }

  /// A comment of its own belongs to the line below it, one behind a value to that value.
  void collect_comments(std::string_view block) {
    Found* last = nullptr;
    for (auto number = line_; !block.empty(); ++number) {
      auto const line = take_line(block);
      auto const comment = std::string{comment_of(line)};
      bool const alone = line.find_first_not_of(" \t") == line.find('#') && !comment.empty();
      auto const here = std::find_if(found_.begin(), found_.end(), [&](Found const& each) {
        return each.number == number && !each.text.empty();
      });
      if (here != found_.end()) {
        last = &*here;
        last->above = std::exchange(pending_, {});
        last->behind = comment;
      } else if (!comment.empty() && !alone && last && is_item(line)) {
        last->above.push_back(comment);
      } else if (!comment.empty()) {
        pending_.push_back(comment);
      }
    }
  }

  static bool is_item(std::string_view line) {
    auto const first = line.find_first_not_of(' ');
    return first != line.npos && line[first] == '-';
  }

  std::string lines_of(LegacyLine::Home home, std::string const& indent) const {
    std::string out;
    for (auto const& each : found_) {
      if (each.line.home != home || each.text.empty()) continue;
      for (auto const& comment : each.above) out.append(indent).append(comment).append("\n");
      out.append(indent).append(each.text);
      if (!each.behind.empty()) out.append("   ").append(each.behind);
      out += '\n';
    }
    return out;
  }

  std::string lenient_lines() const {
    std::string out;
    for (auto const& each : found_) {
      if (!each.line.lenient || each.text.empty()) continue;
      out.append(out.empty() ? "" : ", ");
      out.append(each.line.now.substr(0, each.line.now.find('.'))).append(": allow");
    }
    return out;
  }

  std::string_view text_;
  std::uint32_t line_;
  std::vector<Found> found_;
  std::vector<std::string> pending_;
};

}  // namespace sievarr::config

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/positions.hpp>
#include <sievarr/document/yaml_events.hpp>
#include <sievarr/document/yaml_properties.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// Says libyaml's complaints in words that help the author of a document: what is wrong, where it
/// can be mended, and how.
class YamlSyntax {
 public:
  YamlSyntax(YamlComplaint complaint, std::string_view text, Positions const& positions)
      : problem_(complaint.problem),
        context_(complaint.context),
        text_(text),
        positions_(positions),
        at_(positions.byte_of(complaint.at)),
        since_(positions.byte_of(complaint.since)) {}

  Problem in_words() const {
    if (says("cannot start any token")) return no_such_beginning();
    if (says("tab character")) return tab();
    if (says("expected ':'")) return missing_colon();
    if (says("mapping values are not allowed")) return unexpected_colon();
    if (says("did not find expected key")) return not_a_key();
    if (says("'-' indicator")) return not_an_item();
    if (says("',' or")) return not_closed();
    if (says("node content")) return at(at_, "expected a value, got " + word_at(at_));
    if (says("entries are not allowed"))
      return at(at_, "a list cannot begin behind its key; put \"-\" on the next line, indented");
    if (says("keys are not allowed")) return at(at_, "\"?\" cannot stand here; quote the text");
    if (about("quoted scalar")) return quoted_text();
    if (about("block scalar")) return block_text();
    if (about("alias")) return alias();
    if (about("anchor"))
      return at(since_, "\"&\" begins an anchor here; quote a text that begins with \"&\"");
    if (about("tag") || says("tag handle")) return tag();
    if (about("directive") || says("directive") || says("YAML document")) return directive();
    if (says("document start")) return behind_the_end();
    if (says("unexpected ':'")) return at(at_, "unexpected \":\"; quote the text around it");
    return at(at_, "not valid YAML: " + std::string(problem_));
  }

 private:
  static constexpr std::uint32_t longest_key = 1024;  // libyaml's, and that of YAML.

  bool says(std::string_view words) const { return problem_.find(words) != std::string_view::npos; }
  bool about(std::string_view words) const {
    return context_.find(words) != std::string_view::npos;
  }

  Problem no_such_beginning() const {
    if (text_.substr(at_, 1) == "\t") return tab();
    return at(at_, "a text cannot begin with " + quoted(text_.substr(at_, 1)) + "; quote it");
  }

  Problem tab() const {
    auto begin = at_;
    while (begin > 0 && text_[begin - 1] == '\t') --begin;
    auto end = begin;
    while (text_.substr(end, 1) == "\t") ++end;
    auto problem = at(begin, "tabs cannot indent; use spaces");
    problem.code = "tab";
    problem.place.end = end;
    problem.fix.push_back(
        {.begin = begin, .end = end, .text = std::string(2 * (end - begin), ' ')});
    return problem;
  }

  Problem missing_colon() const { return missing_colon(since_); }

  Problem missing_colon(std::uint32_t key) const {
    if (line_at(key).find(':') != std::string::npos)
      return at(key, "expected a space behind \":\" in " + line_at(key));
    return at(key, "expected \":\" behind the key " + line_at(key));
  }

  Problem unexpected_colon() const {
    auto const line = line_begin(at_);
    if (at_ - line > longest_key)
      return at(line, "a key must be at most " + std::to_string(longest_key) + " characters");
    auto const first = text_.substr(line, at_ - line).find(": ");
    auto const above = line_above(line);
    if (first != std::string_view::npos || !above)
      return at(at_, "unexpected \":\"; quote a value that contains \": \"");
    auto const begin = behind_space(text_, line, at_);
    auto const begin_above = behind_space(text_, *above, line);
    auto const text_above = text_.substr(begin_above, line - begin_above);
    auto const has_value = text_above.starts_with("- ") || text_above.find(": ") != text_above.npos;
    if (begin - line <= begin_above - *above || !has_value) return missing_colon(begin_above);
    return at(begin, "bad indentation: " + line_at(begin) +
                         " is deeper than the line above, which already has a value");
  }

  Problem not_a_key() const {
    if (!begins_line(at_)) return behind_a_value();
    if (text_.substr(at_, 1) == ":") return at(at_, "expected a key in front of \":\"");
    if (text_.substr(at_, 2) == "- ")
      return at(at_, "expected a key, got an item of a list; check the indentation");
    return bad_indentation();
  }

  Problem bad_indentation() const {
    return at(at_, "bad indentation: " + line_at(at_) + " lines up with nothing above it");
  }

  Problem not_an_item() const {
    if (!begins_line(at_)) return behind_a_value();
    return at(at_, "expected \"- \" as in the list that begins in line " + line_of(since_) +
                       ", got " + line_at(at_));
  }

  Problem behind_a_value() const {
    auto const last = text_.substr(without_trailing_space(text_, 1, at_) - 1, 1);
    auto const message = "unexpected " + word_at(at_) + " behind the value";
    if (last == "'" && text_[at_ - 1] == '\'')
      return at(at_, message + "; a quote inside single quotes is written twice");
    if (last == "'" || last == "\"") return at(at_, message + "; quote all of it");
    return at(at_, message);
  }

  Problem not_closed() const {
    auto const list = says("']'");
    auto const open = std::string(list ? "\"[\"" : "\"{\"");
    auto const close = std::string(list ? "\"]\"" : "\"}\"");
    if (line_begin(at_) == line_begin(since_) && at_ < text_.size())
      return at(at_, "expected \",\" or " + close + ", got " + word_at(at_));
    return at(since_, open + " is never closed; expected \",\" or " + close + " before line " +
                          line_of(at_));
  }

  Problem quoted_text() const {
    auto const quote = text_.substr(since_, 1) == "'" ? "single" : "double";
    if (says("end of stream") || says("document indicator"))
      return at(since_, std::string("the ") + quote + " quote that begins here is never closed");
    if (says("unknown escape"))
      return at(at_, "unknown escape " + quoted(text_.substr(at_, 2)) +
                         "; write \"\\\\\" for a backslash, or use single quotes");
    return at(at_, "expected a code point in hexadecimal digits; write the character itself");
  }

  Problem block_text() const {
    auto const sign = std::string(text_.substr(since_, 1));
    if (says("equal to 0")) return at(since_, "the indentation behind \"" + sign + "\" is 1 to 9");
    return at(since_,
              "expected a line break behind \"" + sign + "\"; quote a value that begins with it");
  }

  Problem alias() const {
    return at(since_, "\"*\" begins an alias here; quote a pattern that begins with \"*\"");
  }

  Problem tag() const {
    return at(since_, "\"!\" begins a tag here; quote a text that begins with \"!\"");
  }

  Problem directive() const {
    return at(since_, "\"%\" begins a directive here; quote a text that begins with \"%\"");
  }

  Problem behind_the_end() const {
    if (begins_line(at_) && line_begin(at_) < at_) return bad_indentation();
    auto const above = line_above(line_begin(at_));
    if (above && text_[*above] == '%')
      return at(at_, "expected \"---\" behind the lines that begin with \"%\"");
    return at(at_, "unexpected " + word_at(at_) + " behind the end of the document");
  }

  Problem at(std::uint32_t begin, std::string message) const {
    return {.place = positions_.place(begin, begin),
            .path = {},
            .message = std::move(message),
            .code = "syntax",
            .fix = {}};
  }

  std::uint32_t line_begin(std::uint32_t at) const {
    auto const found = text_.substr(0, at).find_last_of("\r\n");
    return found == std::string_view::npos ? 0 : static_cast<std::uint32_t>(found + 1);
  }

  /// The beginning of the nearest line above that is neither blank nor a comment.
  std::optional<std::uint32_t> line_above(std::uint32_t line) const {
    while (line > 0) {
      auto const end = line;
      line = line_begin(line - 1);
      if (behind_space(text_, line, end) < end) return line;
    }
    return std::nullopt;
  }

  bool begins_line(std::uint32_t at) const { return behind_space(text_, line_begin(at), at) == at; }

  std::string line_of(std::uint32_t at) const {
    return std::to_string(positions_.place(at, at).line);
  }

  /// The word that begins at a byte, quoted; "the end" behind the last one.
  std::string word_at(std::uint32_t at) const {
    auto const rest = text_.substr(std::min<std::size_t>(at, text_.size()));
    if (rest.find_first_not_of(white_space) == std::string_view::npos) return "the end";
    auto end = rest.find_first_of(" \t\r\n,[]{}", 1);
    return quoted(rest.substr(0, end));
  }

  /// The rest of the line at a byte, quoted, up to its ":".
  std::string line_at(std::uint32_t at) const {
    auto const rest = text_.substr(std::min<std::size_t>(at, text_.size()));
    auto const line = rest.substr(0, rest.find_first_of("\r\n"));
    auto const key = line.substr(0, line.find(": "));
    return quoted(key.ends_with(':') ? key.substr(0, key.size() - 1) : key);
  }

  std::string_view problem_;
  std::string_view context_;
  std::string_view text_;
  Positions const& positions_;
  std::uint32_t at_;
  std::uint32_t since_;
};

inline Problem yaml_syntax(YamlComplaint const& complaint, std::string_view text,
                           Positions const& positions) {
  return YamlSyntax(complaint, text, positions).in_words();
}

}  // namespace sievarr::document

#pragma once

#include <sievarr/document/json_scan.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/document/node.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace sievarr::document {

/// Whether a plain scalar can stand in a JSON text as it is.
inline bool is_json_word(std::string_view text) {
  if (text == "true" || text == "false" || text == "null") return true;
  return !text.empty() && json_number_length(text) == text.size();
}

/// Writes a tree as JSON; plain numbers, true, false and null as they are, all else as strings.
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { compact, pretty };

  explicit JsonWriter(Layout layout) : pretty_(layout == Layout::pretty) {}

  std::string written(Node const& node) && {
    write(node);
    return std::move(out_);
  }

 private:
  void write(Node const& node) {
    if (auto const* members = mapping(node)) return write(*members);
    if (auto const* items = sequence(node)) return write(*items);
    auto const& found = *scalar(node);
    if (found.style == Scalar::Style::plain && is_json_word(found.text))
      out_ += found.text;
    else
      append_json_string(out_, found.text);
  }

  void write(Sequence const& items) {
    open('[');
    for (auto const& item : items) {
      next(&item == &items.front());
      write(item);
    }
    close(']', items.empty());
  }

  void write(Mapping const& members) {
    open('{');
    for (auto const& member : members) {
      next(&member == &members.front());
      append_json_string(out_, member.key);
      out_ += pretty_ ? ": " : ":";
      write(member.value);
    }
    close('}', members.empty());
  }

  void open(char mark) {
    out_ += mark;
    ++level_;
  }

  void next(bool first) {
    if (!first) out_ += ',';
    new_line();
  }

  void close(char mark, bool empty) {
    --level_;
    if (!empty) new_line();
    out_ += mark;
  }

  void new_line() {
    if (!pretty_) return;
    out_ += '\n';
    out_.append(level_ * 2, ' ');
  }

  bool pretty_;
  std::size_t level_ = 0;
  std::string out_;
};

/// A tree as one line of JSON.
inline std::string write_json(Node const& node) {
  return JsonWriter(JsonWriter::Layout::compact).written(node);
}

/// A tree as JSON for people, two spaces a level, without a line feed at the end.
inline std::string write_json_pretty(Node const& node) {
  return JsonWriter(JsonWriter::Layout::pretty).written(node);
}

}  // namespace sievarr::document

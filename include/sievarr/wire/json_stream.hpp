#pragma once

#include <sievarr/document/json_reader.hpp>
#include <sievarr/wire/json_lines.hpp>
#include <sievarr/wire/json_pieces.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::wire {

/// Cuts a text that comes in chunks into JSON values: one a line, or the items of a list, or values
/// that take several lines each. Where each line is a value, a bad one does not spoil the others.
class JsonStream {
 public:
  explicit JsonStream(TakePiece const& take) : lines_(take), pieces_(take) {}

  void feed(std::string_view bytes) {
    switch (form_) {
      case Form::lines: return lines_.feed(bytes);
      case Form::pieces: return pieces_.feed(bytes);
      case Form::unknown: break;
    }
    held_ += bytes;
    begin(form_of(held_, held_.size() > most_piece_bytes));
  }

  void finish() {
    if (form_ == Form::unknown) begin(form_of(held_, true));
    form_ == Form::lines ? lines_.finish() : pieces_.finish();
  }

 private:
  enum class Form : std::uint8_t { unknown, lines, pieces };

  void begin(Form form) {
    if (form == Form::unknown) return;
    form_ = form;
    auto const bytes = std::exchange(held_, {});
    auto const mark = bytes.starts_with("\xEF\xBB\xBF") ? std::size_t{3} : std::size_t{0};
    feed(std::string_view(bytes).substr(mark));
  }

  /// Unknown only as long as more of the text may come.
  static Form form_of(std::string_view text, bool all) {
    constexpr std::string_view space = " \t\r\n";
    auto const undecided = all ? Form::lines : Form::unknown;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    auto const first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return undecided;
    if (text[first] == '[') return Form::pieces;
    auto const end = text.find('\n', first);
    if (end == std::string_view::npos) return undecided;
    if (!is_unfinished(text.substr(first, end - first))) return Form::lines;
    // A line that breaks off is a bad line, or the first of an object that takes several.
    auto const next = text.find_first_not_of(space, end);
    if (next == std::string_view::npos) return undecided;
    return text[next] == '{' ? Form::lines : Form::pieces;
  }

  static bool is_unfinished(std::string_view line) {
    document::JsonReader reader(line);
    reader.skip_value();
    return reader.error() && reader.error()->offset == line.size();
  }

  Form form_ = Form::unknown;
  std::string held_;
  JsonLines lines_;
  JsonPieces pieces_;
};

}  // namespace sievarr::wire

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/base/utf8.hpp>
#include <sievarr/document/json_tokens.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// Finds the places of bytes that are asked for in the order of the text. Lines end with LF,
/// CR LF or CR; a byte order mark at the front is no column.
class JsonPlaces {
 public:
  JsonPlaces(std::string_view text, std::string source)
      : text_(text), source_(std::move(source)), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  Place place(std::size_t first, std::size_t last) {
    for (; at_ < first; ++at_) step();
    return {.source = source_,
            .line = line_,
            .column = column_,
            .begin = static_cast<std::uint32_t>(first),
            .end = static_cast<std::uint32_t>(std::max(first, last))};
  }

 private:
  void step() {
    auto const letter = text_[at_];
    if (letter == '\n' || (letter == '\r' && text_.substr(at_ + 1, 1) != "\n")) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80) {
      ++column_;
    }
  }

  std::string_view text_;
  std::string source_;
  std::size_t at_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

/// What an error of the reader means to a person: what was expected, and what is there instead.
inline std::string explained(JsonError const& error, std::string_view text) {
  std::string message(error.reason);
  if (!error.reason.starts_with("expected")) return message;
  if (error.offset >= text.size()) return message + ", got the end of the text";
  auto const rest = text.substr(error.offset);
  return message + ", got " + quoted(rest.substr(0, first_code_point(rest).size));
}

}  // namespace sievarr::document

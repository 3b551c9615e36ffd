#include "github.hpp"

namespace sievarr::cli {
namespace {

/// What a workflow command may carry: line feeds and percent signs never, more in properties.
std::string escaped(std::string_view text, std::string_view more) {
  std::string out;
  for (char const letter : text) {
    bool const special = letter == '%' || letter == '\r' || letter == '\n' ||
                         more.find(letter) != std::string_view::npos;
    if (!special) {
      out += letter;
      continue;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const byte = static_cast<unsigned char>(letter);
    out.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return out;
}

}  // namespace

std::string github_line(Annotation const& annotation) {
  auto const& place = annotation.place;
  std::string line = "::";
  line.append(annotation.level).append(" title=").append(escaped(annotation.title, ":,"));
  if (place.line > 0) {
    line.append(",file=").append(escaped(place.source, ":,"));
    line.append(",line=").append(std::to_string(place.line));
    line.append(",col=").append(std::to_string(place.column));
  }
  return line.append("::").append(escaped(annotation.message, "")).append("\n");
}

}  // namespace sievarr::cli

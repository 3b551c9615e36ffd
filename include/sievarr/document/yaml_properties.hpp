#pragma once

#include <sievarr/document/node.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace sievarr::document {

inline constexpr std::string_view white_space = " \t\r\n";

/// The end of what is not white space between begin and end.
inline std::uint32_t without_trailing_space(std::string_view text, std::uint32_t begin,
                                            std::uint32_t end) {
  while (end > begin && white_space.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

/// Where white space and comments end, at `limit` at the latest.
inline std::uint32_t behind_space(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    if (text[at] == '#') {
      while (at < limit && text[at] != '\n' && text[at] != '\r') ++at;
    } else if (white_space.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

/// What stands in front of a value: "&name" and "!tag", in any order. libyaml begins a value there.
struct YamlProperties {
  std::uint32_t tag_begin = 0;
  std::uint32_t tag_end = 0;
  std::uint32_t end = 0;  ///< Where the value itself begins.
};

inline YamlProperties yaml_properties(std::string_view text, std::uint32_t begin,
                                      std::uint32_t limit) {
  YamlProperties found{.end = begin};
  auto& at = found.end;
  while (at < limit && (text[at] == '&' || text[at] == '!')) {
    auto const first = at;
    auto const closed = text.substr(at, 2) == "!<";
    auto const stop = std::string_view(closed ? ">" : " \t\r\n,[]{}");
    at = static_cast<std::uint32_t>(
        std::min<std::size_t>(text.find_first_of(stop, at), std::size_t{limit}));
    if (closed && at < limit) ++at;
    if (text[first] == '!') found.tag_begin = first, found.tag_end = at;
    at = behind_space(text, at, limit);
  }
  return found;
}

inline constexpr std::string_view yaml_core = "tag:yaml.org,2002:";

/// Whether a tag says nothing that we would not assume anyway, or makes a text a text.
inline bool is_known_tag(std::string_view tag) {
  if (tag.empty() || tag == "!") return true;
  if (!tag.starts_with(yaml_core)) return false;
  tag.remove_prefix(yaml_core.size());
  auto const known =
      std::array<std::string_view, 7>{"str", "int", "float", "bool", "null", "map", "seq"};
  return std::find(known.begin(), known.end(), tag) != known.end();
}

/// The style of a scalar under a tag: !!str makes a text of it, !!int and the like something plain.
inline Scalar::Style style_under(std::string_view tag, Scalar::Style written) {
  if (tag == "!") return Scalar::Style::quoted;
  if (!tag.starts_with(yaml_core) || !is_known_tag(tag)) return written;
  return tag.ends_with(":str") ? Scalar::Style::quoted : Scalar::Style::plain;
}

}  // namespace sievarr::document

#pragma once

#include <sievarr/document/encoding.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/positions.hpp>
#include <sievarr/document/yaml_outline.hpp>
#include <sievarr/document/yaml_tree.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// What cannot even be looked at as YAML, or would keep libyaml busy for too long.
inline std::optional<Misencoding> unreadable_yaml(std::string_view text) {
  if (auto found = misencoding(text)) return found;
  std::size_t directives = 0;
  for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    if (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') continue;
    if (++directives > most_levels)
      return Misencoding{.code = "syntax",
                         .message = "more than " + std::to_string(most_levels) +
                                    " lines begin with \"%\"; remove them",
                         .at = at};
  }
  return std::nullopt;
}

/// Reads one YAML document: its tree as far as it makes sense, and all there is to say about it.
/// Scalars stay text; an empty document is an empty mapping. The source names it in places.
inline Reading<Node> read_yaml(std::string_view text, std::string source) {
  if (auto const found = unreadable_yaml(text)) {
    Place const whole{.source = source};
    auto const place = found->has_lines ? Positions(text.substr(0, found->at), std::move(source))
                                              .place(static_cast<std::uint32_t>(found->at),
                                                     static_cast<std::uint32_t>(found->at))
                                        : whole;
    return {.value = {.value = Mapping{}, .place = place},
            .problems = {{.place = place,
                          .path = {},
                          .message = found->message,
                          .code = found->code,
                          .fix = {}}}};
  }
  Positions const positions(text, std::move(source));
  auto outline = YamlOutliner(text, positions).outline();
  return YamlTree(std::move(outline), text, positions).reading();
}

}  // namespace sievarr::document

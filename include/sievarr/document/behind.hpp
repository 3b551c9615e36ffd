#pragma once

#include <sievarr/base/utf8.hpp>
#include <sievarr/document/node.hpp>

#include <algorithm>
#include <cstdint>
#include <string>

/// Where something would be written that is missing.
namespace sievarr::document {

/// Behind a scalar; nowhere behind one of several lines.
inline Place place_behind(Scalar const& scalar, Place place) {
  if (scalar.text.find('\n') != std::string::npos) return {};
  // What is written beside the text, such as quotes, is ASCII.
  auto const written = std::int64_t{place.end} - std::int64_t{place.begin};
  auto const beside = written - static_cast<std::int64_t>(scalar.text.size());
  auto const columns = static_cast<std::int64_t>(code_points(scalar.text)) + beside;
  place.column += static_cast<std::uint32_t>(std::max<std::int64_t>(columns, 0));
  place.begin = place.end;
  return place;
}

/// Behind the last of what stands in a value, as far as that was written in one source; the place
/// of the value where that cannot be told.
inline Place place_behind(Node const& node) {
  if (auto const* const text = scalar(node)) return place_behind(*text, node.place);
  Place last = node.place;
  auto const look_at = [&](Node const& below) {
    auto const place = place_behind(below);
    bool const same = place.line > 0 && place.source == node.place.source;
    if (same && place.end >= last.end) last = place;
  };
  if (auto const* const items = sequence(node))
    for (auto const& item : *items) look_at(item);
  if (auto const* const members = mapping(node))
    for (auto const& member : *members) look_at(member.value);
  return last;
}

}  // namespace sievarr::document

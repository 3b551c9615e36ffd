#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/stable_sort.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::document {

using Edits = std::vector<Edit>;

/// The source with all edits made; those at the same place are made in their order. Edits that
/// overlap, or that do not belong to this source, are refused as a whole.
inline Result<std::string, Misfit> edited(std::string_view source, Edits edits) {
  sievarr::stable_sort(edits, [](Edit const& a, Edit const& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::string text;
  std::size_t at = 0;
  for (auto const& edit : edits) {
    if (edit.end < edit.begin || edit.end > source.size())
      return Misfit{.code = "bad-edit",
                    .message = "the change of bytes " + std::to_string(edit.begin) + " to " +
                               std::to_string(edit.end) + " does not fit a text of " +
                               std::to_string(source.size())};
    if (edit.begin < at)
      return Misfit{.code = "bad-edit",
                    .message = "two changes overlap at byte " + std::to_string(edit.begin) +
                               "; make them one after the other"};
    text.append(source.substr(at, edit.begin - at)).append(edit.text);
    at = edit.end;
  }
  return text.append(source.substr(at));
}

}  // namespace sievarr::document

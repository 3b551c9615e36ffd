#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/positions.hpp>
#include <sievarr/document/yaml_outline.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::document {

/// A part of a collection as it lies in the text: an item, or a key with its value.
struct YamlPart {
  std::uint32_t key = 0;  ///< The step of the key; of the value for an item.
  std::uint32_t value = 0;
};

/// One value as it lies in the text, with what lies around it.
struct YamlSpot {
  std::uint32_t step = 0;
  std::optional<std::uint32_t> parent = {};
  std::size_t index = 0;  ///< Among the parts of the parent.
  bool in_flow = false;   ///< Whether brackets are around it.
};

/// How a YAML text lies on the page: what edits need and a tree does not tell.
class YamlLayout {
 public:
  explicit YamlLayout(std::string_view text)
      : text_(text), steps_(YamlOutliner(text, Positions(text, "")).outline().steps) {}

  bool is_empty() const {
    return steps_.empty() || (steps_[0].begin == steps_[0].end && steps_.size() == 1);
  }

  YamlStep const& step(std::uint32_t index) const { return steps_[index]; }

  /// The value at a path; nothing when it is not there, or only through an alias or a merge key.
  std::optional<YamlSpot> spot(Path const& path) const {
    if (steps_.empty()) return std::nullopt;
    YamlSpot spot;
    for (auto const& way : path) {
      auto const all = parts(spot.step);
      auto const found = std::find_if(all.begin(), all.end(), [&](YamlPart const& part) {
        auto const index = static_cast<std::size_t>(&part - all.data());
        return leads(spot.step, way, part, index);
      });
      if (found == all.end()) return std::nullopt;
      spot = {.step = found->value,
              .parent = spot.step,
              .index = static_cast<std::size_t>(found - all.begin()),
              .in_flow = spot.in_flow || is_flow(spot.step)};
    }
    return spot;
  }

  std::vector<YamlPart> parts(std::uint32_t collection) const {
    std::vector<YamlPart> all;
    auto const& holder = steps_[collection];
    for (auto at = collection + 1; at < holder.next;) {
      auto const key = at;
      if (holder.kind == YamlStep::Kind::mapping) at = steps_[at].next;
      all.push_back({.key = key, .value = at});
      at = steps_[at].next;
    }
    return all;
  }

  /// Whether a collection stands between brackets of its own.
  bool is_flow(std::uint32_t collection) const {
    auto const& holder = steps_[collection];
    auto const sign = text_.substr(holder.begin, 1);
    return (holder.kind == YamlStep::Kind::mapping && sign == "{") ||
           (holder.kind == YamlStep::Kind::sequence && sign == "[");
  }

  /// Where a part begins, its anchors and tags and the "-" of an item included.
  std::uint32_t begin_of(std::uint32_t collection, std::size_t index) const {
    auto const& holder = steps_[collection];
    auto const size = static_cast<std::uint32_t>(text_.size());
    if (index == 0)
      return is_flow(collection) ? behind_space(text_, holder.begin + 1, size) : holder.begin;
    auto const before = end_of(collection, index - 1);
    auto const next = behind_space(text_, before, size);
    return is_flow(collection) ? behind_space(text_, next + 1, size) : next;
  }

  /// Where a part ends, comments behind it not included.
  std::uint32_t end_of(std::uint32_t collection, std::size_t index) const {
    auto const part = parts(collection)[index];
    return std::max(steps_[part.key].end, steps_[part.value].end);
  }

  std::uint32_t line_begin(std::uint32_t at) const {
    auto const found = at == 0 ? text_.npos : text_.find_last_of("\r\n", at - 1);
    if (found != text_.npos) return static_cast<std::uint32_t>(found + 1);
    return text_.starts_with(byte_order_mark) ? static_cast<std::uint32_t>(byte_order_mark.size())
                                              : 0;
  }

  /// Where the line break of a line stands, or the end of the text.
  std::uint32_t line_end(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", at), text_.size()));
  }

  /// Where the next line begins, or the end of the text.
  std::uint32_t next_line(std::uint32_t at) const {
    auto const end = line_end(at);
    auto const skip = text_.substr(end, 2) == "\r\n" ? 2u : 1u;
    return std::min(end + skip, static_cast<std::uint32_t>(text_.size()));
  }

  /// Where the line in front of another one begins.
  std::uint32_t line_above(std::uint32_t line) const {
    auto const crlf = line > 1 && text_.substr(line - 2, 2) == "\r\n";
    return line_begin(line - (crlf ? 2 : 1));
  }

  /// How far from the left edge something stands.
  std::size_t column(std::uint32_t at) const { return at - line_begin(at); }

  bool begins_line(std::uint32_t at) const {
    auto const indentation = text_.substr(line_begin(at), column(at));
    return indentation.find_first_not_of(' ') == std::string_view::npos;
  }

  std::string_view line_break() const {
    auto const found = text_.find_first_of("\r\n");
    if (found == text_.npos) return "\n";
    return text_.substr(found, text_.substr(found, 2) == "\r\n" ? 2 : 1);
  }

 private:
  bool leads(std::uint32_t collection, Path::value_type const& way, YamlPart const& part,
             std::size_t index) const {
    auto const kind = steps_[collection].kind;
    if (auto const* at = std::get_if<std::size_t>(&way))
      return kind == YamlStep::Kind::sequence && index == *at;
    auto const& key = steps_[steps_[part.key].meaning.value_or(part.key)];
    auto const merges = key.text == "<<" && key.style == Scalar::Style::plain;
    return kind == YamlStep::Kind::mapping && !merges && key.text == std::get<std::string>(way);
  }

  std::string_view text_;
  std::vector<YamlStep> steps_;
};

}  // namespace sievarr::document

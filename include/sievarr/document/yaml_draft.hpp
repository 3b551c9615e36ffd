#pragma once

#include <sievarr/document/edit.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/document/yaml_flow.hpp>
#include <sievarr/document/yaml_layout.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::document {

/// Drafts the edit that changes one thing of a YAML text, in the manner of what is around it.
/// Whether the draft is right is for its owner to find out.
class YamlDraft {
 public:
  YamlDraft(std::string_view text, YamlLayout const& layout) : text_(text), layout_(layout) {}

  /// The edit that puts another value where one stands.
  Edit replacement(YamlSpot const& spot, Node const& value) const {
    auto const [begin, end] = bytes_of(spot);
    if (begin == end) return edit(begin, end, behind_nothing(spot, value));
    if (spot.in_flow) return edit(begin, end, yaml_flow(value));
    auto const is_item = spot.parent && is_sequence(*spot.parent);
    // A list may stand at the column of its key; nothing else may.
    auto const is_deeper =
        !spot.parent || layout_.column(begin) > layout_.column(layout_.step(*spot.parent).begin);
    if (YamlWriter::takes_lines(value) && is_deeper && (is_item || layout_.begins_line(begin)))
      return edit(begin, end, YamlWriter().begun(value, layout_.column(begin)));
    // Behind the ":" of a key, or as near to it as an anchor or a comment lets us.
    auto const near = without_trailing_space(text_, 0, begin);
    if (!is_item && near > 0 && text_[near - 1] == ':')
      return edit(near, end, behind_key(spot, value));
    return edit(begin, end, YamlWriter::takes_lines(value) ? yaml_flow(value) : on_one_line(value));
  }

  /// The edit that takes a part of a collection away, of which others remain.
  Edit removal(YamlSpot const& spot) const {
    auto const holder = *spot.parent;
    auto const index = spot.index;
    auto const is_last = index + 1 == layout_.parts(holder).size();
    auto const begin = layout_.begin_of(holder, index);
    auto const end = layout_.end_of(holder, index);
    if (layout_.is_flow(holder))
      return is_last ? edit(layout_.end_of(holder, index - 1), end, "")
                     : edit(begin, layout_.begin_of(holder, index + 1), "");
    if (!layout_.begins_line(begin)) return edit(begin, layout_.begin_of(holder, index + 1), "");
    auto const first_line = layout_.line_begin(begin);
    auto const top = with_comment(first_line, layout_.column(begin));
    // What stands above the first key of a document speaks of the whole document.
    return lines(top == layout_.line_begin(0) && index == 0 ? first_line : top, end);
  }

  /// The edit that takes away all lines of a document of which nothing remains.
  Edit clearance(YamlSpot const& spot) const {
    auto const& step = layout_.step(spot.step);
    return lines(layout_.line_begin(step.begin), step.end);
  }

  /// The edit that puts a member behind the others of a mapping.
  Edit insertion(YamlSpot const& spot, Member const& member) const {
    auto const inner = yaml_flow(member);
    if (layout_.is_flow(spot.step)) return between_brackets(spot, inner);
    auto const column = layout_.column(layout_.step(spot.step).begin);
    return below(spot, column, YamlWriter().line(member, column));
  }

  /// The edit that puts an item behind the others of a list.
  Edit addition(YamlSpot const& spot, Node const& item) const {
    if (layout_.is_flow(spot.step)) return between_brackets(spot, yaml_flow(item));
    auto const column = layout_.column(layout_.step(spot.step).begin);
    return below(spot, column, "- " + YamlWriter().begun(item, column + 2));
  }

  /// The edit that writes the first lines of a document that has none.
  Edit beginning(Node const& root) const {
    auto const size = static_cast<std::uint32_t>(text_.size());
    auto const open = layout_.column(size) > 0;
    return edit(size, size, (open ? "\n" : "") + write_yaml(root));
  }

 private:
  std::pair<std::uint32_t, std::uint32_t> bytes_of(YamlSpot const& spot) const {
    auto const& step = layout_.step(spot.step);
    return {step.begin, step.end};
  }

  bool is_sequence(std::uint32_t step) const {
    return layout_.step(step).kind == YamlStep::Kind::sequence;
  }

  static std::string on_one_line(Node const& node) {
    auto const* found = scalar(node);
    return found ? yaml_scalar(*found, YamlContext::block) : YamlWriter().begun(node, 0);
  }

  std::string behind_key(YamlSpot const& spot, Node const& value) const {
    auto const column = spot.parent ? layout_.column(layout_.step(*spot.parent).begin) : 0;
    return YamlWriter::takes_lines(value) ? YamlWriter().behind_key(value, column)
                                          : " " + on_one_line(value);
  }

  /// A value for a key or a "-" that has none yet.
  std::string behind_nothing(YamlSpot const& spot, Node const& value) const {
    auto const begin = bytes_of(spot).first;
    auto const sign = begin > 0 ? text_[begin - 1] : '\n';
    if (spot.in_flow) return (sign == ':' ? " " : ": ") + yaml_flow(value);
    if (sign == ':') return behind_key(spot, value);
    if (sign != '-')
      return " " + (YamlWriter::takes_lines(value) ? yaml_flow(value) : on_one_line(value));
    auto const column = layout_.column(begin) + 1;
    return " " + (YamlWriter::takes_lines(value) ? YamlWriter().begun(value, column)
                                                 : on_one_line(value));
  }

  /// The first line of the comment that stands right above a line, at the same column.
  std::uint32_t with_comment(std::uint32_t line, std::size_t column) const {
    while (line > layout_.line_begin(0)) {
      auto const above = layout_.line_above(line);
      auto const sign = text_.substr(above, line - above).find_first_not_of(' ');
      if (sign != column || text_[above + sign] != '#') break;
      line = above;
    }
    return line;
  }

  /// Takes whole lines away; the line break in front of them when there is none behind.
  Edit lines(std::uint32_t first, std::uint32_t last) const {
    auto const end = layout_.next_line(last);
    auto const broken = end > layout_.line_end(last);
    if (broken || first <= layout_.line_begin(0)) return edit(first, end, "");
    return edit(layout_.line_end(layout_.line_above(first)), end, "");
  }

  Edit between_brackets(YamlSpot const& spot, std::string const& inner) const {
    auto const count = layout_.parts(spot.step).size();
    auto const at = count ? layout_.end_of(spot.step, count - 1) : bytes_of(spot).second - 1;
    auto const between = text_[at - 1] == ':' ? " , " : ", ";
    return edit(at, at, (count ? between : "") + inner);
  }

  /// A new line behind the last one of a collection.
  Edit below(YamlSpot const& spot, std::size_t column, std::string const& line) const {
    auto const at = layout_.line_end(bytes_of(spot).second);
    return edit(at, at, "\n" + std::string(column, ' ') + line);
  }

  Edit edit(std::uint32_t begin, std::uint32_t end, std::string const& text) const {
    Edit made{.begin = begin, .end = end, .text = {}};
    for (auto const letter : text) {
      if (letter == '\n')
        made.text += layout_.line_break();
      else
        made.text += letter;
    }
    return made;
  }

  std::string_view text_;
  YamlLayout const& layout_;
};

}  // namespace sievarr::document

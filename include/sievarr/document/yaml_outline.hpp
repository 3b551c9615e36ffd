#pragma once

#include <sievarr/document/limits.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/positions.hpp>
#include <sievarr/document/yaml_events.hpp>
#include <sievarr/document/yaml_properties.hpp>
#include <sievarr/document/yaml_syntax.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::document {

/// One value as it stands in the text, aliases not yet expanded. The children of a collection
/// follow it up to `next`; in a mapping, keys and values take turns.
struct YamlStep {
  enum class Kind : std::uint8_t { scalar, sequence, mapping, alias };

  Kind kind = Kind::scalar;
  Scalar::Style style = Scalar::Style::plain;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;                     ///< The step behind this value.
  std::optional<std::uint32_t> meaning = {};  ///< The step that an alias stands for.
  std::string text = {};                      ///< Of a scalar; the name of an alias.
};

/// A text as libyaml sees it, as far as it could be read, and what there is to say about it.
struct YamlOutline {
  std::vector<YamlStep> steps;
  std::vector<std::string> anchors;
  Problems problems;
};

/// Takes down libyaml's events in one pass, and stops at the first that makes no sense.
class YamlOutliner {
 public:
  YamlOutliner(std::string_view text, Positions const& positions)
      : text_(text), positions_(positions), parser_(without_mark(text)) {}

  YamlOutline outline() && {
    while (step()) continue;
    while (!open_.empty()) close(last_end_);
    for (auto const& [name, step] : anchors_) outline_.anchors.push_back(name);
    return std::move(outline_);
  }

 private:
  using Kind = YamlStep::Kind;

  struct Open {
    std::uint32_t step;
    std::uint32_t children = 0;
  };

  bool step() {
    YamlEvent event;
    if (!parser_.next(event)) {
      outline_.problems.push_back(yaml_syntax(parser_.complaint(), text_, positions_));
      return false;
    }
    switch (event->type) {
      case YAML_STREAM_END_EVENT: return false;
      case YAML_DOCUMENT_START_EVENT: return begin_document(*event.raw());
      case YAML_ALIAS_EVENT: return alias(*event.raw());
      case YAML_SCALAR_EVENT: return scalar(*event.raw());
      case YAML_SEQUENCE_START_EVENT: return sequence(*event.raw());
      case YAML_MAPPING_START_EVENT: return mapping(*event.raw());
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: close(collection_end(*event.raw())); return true;
      default: return true;
    }
  }

  bool begin_document(yaml_event_t const& event) {
    if (!std::exchange(began_, true)) return true;
    report("second-document", byte_of(event.start_mark),
           "only one document fits in a file, but a second one begins here; remove it");
    return false;
  }

  bool alias(yaml_event_t const& event) {
    auto const name = text_of(event.data.alias.anchor);
    auto const found = anchors_.find(name);
    return add({.kind = Kind::alias,
                .begin = byte_of(event.start_mark),
                .end = byte_of(event.end_mark),
                .meaning = found == anchors_.end() ? std::nullopt : std::optional(found->second),
                .text = std::string(name)});
  }

  bool scalar(yaml_event_t const& event) {
    auto const& found = event.data.scalar;
    auto const tag = text_of(found.tag);
    auto const plain = found.style == YAML_PLAIN_SCALAR_STYLE;
    auto const block =
        found.style == YAML_LITERAL_SCALAR_STYLE || found.style == YAML_FOLDED_SCALAR_STYLE;
    auto begin = begin_behind_properties(event, tag, found.anchor);
    auto end = std::max(begin, byte_of(event.end_mark));
    if (begin == end && event.start_mark.index == event.end_mark.index)
      begin = end = place_for_nothing(begin);
    if (block) end = without_trailing_space(text_, begin + 1, end);
    remember(found.anchor);
    return add({.kind = Kind::scalar,
                .style = style_under(tag, plain ? Scalar::Style::plain : Scalar::Style::quoted),
                .begin = begin,
                .end = end,
                .text{reinterpret_cast<char const*>(found.value), found.length}});
  }

  bool sequence(yaml_event_t const& event) {
    auto const& start = event.data.sequence_start;
    begin_behind_properties(event, text_of(start.tag), start.anchor);
    auto const mark = byte_of(event.end_mark);
    // The mark is behind "[", and behind the "-" of a list no deeper than its key.
    auto const flow = start.style == YAML_FLOW_SEQUENCE_STYLE;
    auto const is_behind = flow || text_.substr(mark, 1) != "-";
    remember(start.anchor);
    return open(Kind::sequence, is_behind ? mark - 1 : mark);
  }

  bool mapping(yaml_event_t const& event) {
    auto const& start = event.data.mapping_start;
    begin_behind_properties(event, text_of(start.tag), start.anchor);
    auto const mark = byte_of(event.end_mark);
    // The mark is behind "{"; the pair in [key: value] has none.
    auto const is_behind = start.style == YAML_FLOW_MAPPING_STYLE && mark > 0 &&
                           event.start_mark.index != event.end_mark.index && text_[mark - 1] == '{';
    remember(start.anchor);
    return open(Kind::mapping, is_behind ? mark - 1 : mark);
  }

  bool open(Kind kind, std::uint32_t begin) {
    if (open_.size() == most_levels) {
      report("too-deep", begin,
             "nested deeper than " + std::to_string(most_levels) + " levels; flatten it");
      return false;
    }
    if (!add({.kind = kind, .begin = begin, .end = begin})) return false;
    open_.push_back({.step = static_cast<std::uint32_t>(outline_.steps.size() - 1)});
    return true;
  }

  void close(std::uint32_t end) {
    auto& step = outline_.steps[open_.back().step];
    step.next = static_cast<std::uint32_t>(outline_.steps.size());
    step.end = last_end_ = std::max(end, step.begin);
    open_.pop_back();
  }

  bool add(YamlStep step) {
    auto const in_mapping =
        !open_.empty() && outline_.steps[open_.back().step].kind == Kind::mapping;
    auto const is_key = in_mapping && open_.back().children % 2 == 0;
    if (!is_key && ++values_ > most_values) {
      report("too-many-nodes", step.begin,
             "more than " + std::to_string(most_values) + " values; split the file");
      return false;
    }
    if (!open_.empty()) ++open_.back().children;
    watch_tabs(step.begin);
    step.next = static_cast<std::uint32_t>(outline_.steps.size() + 1);
    last_end_ = std::max(last_end_, step.end);
    outline_.steps.push_back(std::move(step));
    return true;
  }

  /// libyaml puts the end of a block collection at the next token; it is behind its last value.
  std::uint32_t collection_end(yaml_event_t const& event) const {
    auto const closed = event.start_mark.index != event.end_mark.index;
    return closed ? byte_of(event.end_mark) : last_end_;
  }

  /// A value that nobody wrote stands behind the ":" or "-" that promised it.
  std::uint32_t place_for_nothing(std::uint32_t mark) const {
    auto const next = behind_space(text_, last_end_, mark);
    if (next < mark && text_[next] == ':') return next + 1;
    auto const here = text_.substr(mark, 1) == ":";
    auto const behind = mark > 0 && (text_[mark - 1] == '-' || text_[mark - 1] == '?');
    return here || behind ? mark : last_end_;
  }

  /// Where a value begins; says so when its tag is one that we do not follow.
  std::uint32_t begin_behind_properties(yaml_event_t const& event, std::string_view tag,
                                        yaml_char_t const* anchor) {
    auto const begin = byte_of(event.start_mark);
    if (tag.empty() && !anchor) return begin;
    auto const found = yaml_properties(text_, begin, byte_of(event.end_mark));
    if (!is_known_tag(tag)) {
      auto const written = text_.substr(found.tag_begin, found.tag_end - found.tag_begin);
      outline_.problems.push_back(
          {.place = positions_.place(found.tag_begin, found.tag_end),
           .path = {},
           .message = "the tag " + std::string(written) + " is ignored; remove it",
           .code = "ignored-tag",
           .severity = Severity::warning,
           .fix = {{.begin = found.tag_begin, .end = found.tag_end, .text = ""}}});
    }
    return found.end;
  }

  /// From now on the name means the step that comes next.
  void remember(yaml_char_t const* anchor) {
    if (!anchor) return;
    anchors_[std::string(text_of(anchor))] = static_cast<std::uint32_t>(outline_.steps.size());
  }

  std::uint32_t byte_of(yaml_mark_t const& mark) const { return positions_.byte_of(mark.index); }

  /// Between brackets libyaml takes tabs for indentation; editors disagree about how deep they are.
  void watch_tabs(std::uint32_t begin) {
    auto tab = begin;
    while (tab > 0 && (text_[tab - 1] == ' ' || text_[tab - 1] == '\t')) --tab;
    if (tab == 0 || (text_[tab - 1] != '\n' && text_[tab - 1] != '\r')) return;
    auto const indentation = text_.substr(tab, begin - tab);
    if (indentation.find('\t') == std::string_view::npos || ++tabs_ > most_problems) return;
    report("tab", tab, "tabs as indentation; use spaces");
    outline_.problems.back().severity = Severity::warning;
  }

  void report(std::string_view code, std::uint32_t begin, std::string message) {
    outline_.problems.push_back({.place = positions_.place(begin, begin),
                                 .path = {},
                                 .message = std::move(message),
                                 .code = code,
                                 .fix = {}});
  }

  static std::string_view without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text.empty() ? "" : text;  // libyaml wants to be pointed at something.
  }

  std::string_view text_;
  Positions const& positions_;
  YamlParser parser_;
  YamlOutline outline_ = {};
  std::vector<Open> open_ = {};
  std::map<std::string, std::uint32_t, std::less<>> anchors_ = {};
  std::uint32_t last_end_ = 0;
  std::size_t values_ = 0;
  std::size_t tabs_ = 0;
  bool began_ = false;
};

}  // namespace sievarr::document

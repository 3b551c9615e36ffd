#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/base/stable_sort.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/limits.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/positions.hpp>
#include <sievarr/document/yaml_outline.hpp>

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

/// Makes the tree of an outline: expands aliases and merge keys, and watches keys and budgets.
class YamlTree {
 public:
  YamlTree(YamlOutline outline, std::string_view text, Positions const& positions)
      : outline_(std::move(outline)), text_(text), positions_(positions) {}

  Reading<Node> reading() && {
    auto root = outline_.steps.empty() ? nothing() : build(0);
    auto const* written = scalar(root);
    auto const is_empty = written && *written == Scalar{};
    if (is_empty || stopped_) root = nothing();
    return {.value = std::move(root), .problems = all_problems()};
  }

 private:
  using Kind = YamlStep::Kind;
  using Lines = std::map<std::string, std::uint32_t, std::less<>>;

  /// An alias that is being expanded, and how deep the trail was in front of it.
  struct Expansion {
    std::uint32_t step = 0;
    std::size_t trail = 0;
  };

  Node nothing() const { return {.value = Mapping{}, .place = positions_.place(0, 0)}; }

  Node build(std::uint32_t index) {
    auto const& step = outline_.steps[index];
    if (step.kind == Kind::alias) return expand(index);
    if (!afford(step)) return {};
    Node node{.value = {}, .place = place_of(step)};
    if (step.kind == Kind::scalar) {
      node.value = Scalar{.text = step.text, .style = step.style};
      return node;
    }
    ++level_;
    if (step.kind == Kind::sequence) node.value = items(index);
    if (step.kind == Kind::mapping) node.value = members(index);
    --level_;
    return node;
  }

  /// A deep copy of what an alias stands for, with the places of the original.
  Node expand(std::uint32_t index) {
    auto const meaning = meaning_of(index);
    if (!meaning) {
      charge(outline_.steps[index]);
      return {.value = {}, .place = place_of(outline_.steps[index])};
    }
    auto const outer = alias_;
    if (!alias_) alias_ = Expansion{.step = index, .trail = trail_.size()};
    auto node = build(*meaning);
    alias_ = outer;
    return node;
  }

  /// The step that an alias stands for; says why when there is none.
  std::optional<std::uint32_t> meaning_of(std::uint32_t index) {
    auto const& step = outline_.steps[index];
    if (step.kind != Kind::alias) return index;
    if (!step.meaning) {
      report(step, "unknown-anchor", is_listening() ? unknown_anchor(step.text) : "");
      return std::nullopt;
    }
    auto const inside = *step.meaning < index && index < outline_.steps[*step.meaning].next;
    if (!inside) return step.meaning;
    report(step, "recursive-alias", "the alias *" + step.text + " stands inside its own anchor");
    return std::nullopt;
  }

  Sequence items(std::uint32_t index) {
    Sequence all;
    for (auto at = index + 1; at < outline_.steps[index].next && !stopped_;
         at = outline_.steps[at].next) {
      trail_.emplace_back(all.size());
      all.push_back(build(at));
      leave();
    }
    return all;
  }

  Mapping members(std::uint32_t index) {
    Mapping all;
    Lines lines;
    std::optional<std::uint32_t> merge;
    auto const behind = outline_.steps[index].next;
    for (auto at = index + 1; at < behind && !stopped_;) {
      auto const value = outline_.steps[at].next;
      auto const& key = outline_.steps[at];
      charge(key);
      if (is_merge(key) && value < behind) {
        if (is_new(key, "<<", lines)) merge = value;
      } else if (auto const name = key_at(at); name && is_new(key, *name, lines)) {
        trail_.emplace_back(*name);
        all.push_back({.key = *name,
                       .key_place = place_of(key),
                       .value = value < behind ? build(value) : missing(key)});
        leave();
      }
      at = value < behind ? outline_.steps[value].next : behind;
    }
    if (merge) add_merged(all, lines, *merge);
    return all;
  }

  void leave() {
    if (!stopped_) trail_.pop_back();
  }

  static bool is_merge(YamlStep const& key) {
    return key.kind == Kind::scalar && key.style == Scalar::Style::plain && key.text == "<<";
  }

  /// The text of a key; says so when it is none.
  std::optional<std::string> key_at(std::uint32_t index) {
    auto const meaning = meaning_of(index);
    if (!meaning) return std::nullopt;
    auto const& step = outline_.steps[*meaning];
    if (step.kind == Kind::scalar) return step.text;
    auto const sign = text_.substr(step.begin, 1);
    auto message = std::string("a key must be text, got a ") +
                   (step.kind == Kind::sequence ? "list" : "mapping");
    if (sign == "{" || sign == "[") message += "; quote a text that begins with " + quoted(sign);
    report(outline_.steps[index], "bad-key", std::move(message));
    return std::nullopt;
  }

  bool is_new(YamlStep const& key, std::string const& name, Lines& lines) {
    auto const [found, is_first] = lines.emplace(name, place_of(key).line);
    if (is_first) return true;
    auto message =
        "duplicate key " + quoted(name) + ", first in line " + std::to_string(found->second);
    if (is_merge(key)) message += "; write one with a list: <<: [*a, *b]";
    report(key, "duplicate-key", std::move(message));
    return false;
  }

  /// Adds the members of a merge key that the mapping does not have itself; the first one counts.
  void add_merged(Mapping& all, Lines& lines, std::uint32_t value) {
    auto const meaning = meaning_of(value);
    if (!meaning) return;
    auto const& step = outline_.steps[*meaning];
    if (step.kind == Kind::mapping) return add_members(all, lines, value);
    if (step.kind == Kind::scalar) return refuse_merge(outline_.steps[value]);
    for (auto at = *meaning + 1; at < step.next && !stopped_; at = outline_.steps[at].next) {
      charge(outline_.steps[at]);
      auto const item = meaning_of(at);
      if (!item) continue;
      if (outline_.steps[*item].kind != Kind::mapping)
        refuse_merge(outline_.steps[at]);
      else
        add_members(all, lines, at);
    }
  }

  void add_members(Mapping& all, Lines& lines, std::uint32_t index) {
    auto node = build(index);
    if (stopped_) return;
    for (auto& member : *mapping(node))
      if (lines.emplace(member.key, 0).second) all.push_back(std::move(member));
  }

  void refuse_merge(YamlStep const& step) {
    report(step, "bad-merge", "\"<<\" takes a mapping or a list of mappings, such as *defaults");
  }

  /// Whether there is room for one more value; says so once when there is not.
  bool afford(YamlStep const& step) {
    charge(step);
    if (++values_ > most_values) stop_counting();
    if (step.kind != Kind::scalar && level_ == most_levels)
      stop("too-deep", "nested deeper than " + std::to_string(most_levels) +
                           " levels, counted where aliases repeat them");
    return !stopped_;
  }

  /// Counts what has to be looked at, so that no aliases can keep us busy.
  void charge(YamlStep const& step) {
    bytes_ += step.text.size();
    if (++steps_ > 3 * most_values) stop_counting();
    if (bytes_ > most_text)
      stop("too-large", "more than " + std::to_string(most_text) +
                            " bytes of text, counted where aliases repeat them");
  }

  void stop_counting() {
    stop("too-many-nodes",
         "more than " + std::to_string(most_values) + " values, counted where aliases repeat them");
  }

  void stop(std::string_view code, std::string message) {
    if (stopped_) return;
    auto const alias = std::exchange(alias_, std::nullopt).value_or(Expansion{});
    trail_.resize(alias.trail);
    auto const& said = outline_.problems;
    auto const is_new = std::none_of(said.begin(), said.end(),
                                     [&](Problem const& problem) { return problem.code == code; });
    if (is_new) report(outline_.steps[alias.step], code, std::move(message));
    stopped_ = true;
  }

  Node missing(YamlStep const& key) const {
    return {.value = {}, .place = positions_.place(key.end, key.end)};
  }

  std::string unknown_anchor(std::string const& name) const {
    auto const& all = outline_.anchors;
    if (std::find(all.begin(), all.end(), name) != all.end())
      return "the anchor " + quoted(name) + " stands behind this alias; move it up";
    auto const count = std::min(all.size(), most_problems);
    std::vector<std::string_view> const known(all.begin(),
                                              all.begin() + static_cast<std::ptrdiff_t>(count));
    auto message = "unknown anchor " + quoted(name);
    if (auto const near = closest(name, known))
      return message + ", did you mean *" + std::string(*near) + "?";
    return message + "; quote a text that begins with \"*\"";
  }

  bool is_listening() const { return !alias_ && !stopped_ && reported_ < most_problems; }

  /// Inside an alias nothing is said twice.
  void report(YamlStep const& step, std::string_view code, std::string message) {
    if (alias_ || stopped_ || ++reported_ > most_problems) return;
    problems_.push_back({.place = place_of(step),
                         .path = to_text(trail_),
                         .message = std::move(message),
                         .code = code,
                         .fix = {}});
  }

  Problems all_problems() {
    append(problems_, std::move(outline_.problems));
    sievarr::stable_sort(problems_, [](Problem const& a, Problem const& b) {
      return a.place.begin < b.place.begin;
    });
    if (reported_ > most_problems) {
      auto const more = std::to_string(reported_ - most_problems);
      problems_.push_back({.place = problems_.back().place,
                           .path = {},
                           .message = "and " + more + " more problems",
                           .code = "more-problems",
                           .fix = {}});
    }
    return std::move(problems_);
  }

  Place place_of(YamlStep const& step) const { return positions_.place(step.begin, step.end); }

  YamlOutline outline_;
  std::string_view text_;
  Positions const& positions_;
  Problems problems_ = {};
  Path trail_ = {};
  std::optional<Expansion> alias_ = {};  // The outermost one.
  std::size_t steps_ = 0;                // Keys and what is dropped count too.
  std::size_t values_ = 0;
  std::size_t bytes_ = 0;
  std::size_t level_ = 0;
  std::size_t reported_ = 0;
  bool stopped_ = false;
};

}  // namespace sievarr::document

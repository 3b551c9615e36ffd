#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/config/legacy.hpp>
#include <sievarr/derive/difference.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// Rewrites what a document says in older forms, and warns where that is worth it.
class Migration {
 public:
  explicit Migration(document::Node document) : root_(std::move(document)) {}

  Reading<document::Node> migrated() && {
    auto* const found = document::find_member(root_, "filters");
    if (!found) return {std::move(root_), {}};
    filters_ = std::move(*found);
    auto& members = *document::mapping(root_);
    members.erase(members.begin() + (found - members.data()));
    if (document::mapping(filters_.value))
      unwrap();
    else if (!document::is_null(filters_.value))
      report(filters_.value.place, "filters", "bad-type", "expected a mapping");
    return {std::move(root_), std::move(problems_)};
  }

 private:
  using Member = document::Member;

  void report(Place const& place, std::string path, std::string_view code, std::string message,
              Severity severity = Severity::error) {
    problems_.push_back({.place = place,
                         .path = std::move(path),
                         .message = std::move(message),
                         .code = code,
                         .severity = severity});
  }

  void unwrap() {
    for (auto& member : *document::mapping(filters_.value)) {
      auto const path = "filters." + member.key;
      if (is_kept(member.key))
        hoist(std::move(member), path);
      else
        take_lines(member);
    }
    if (has_legacy_lines_) add_selection();
  }

  static bool is_kept(std::string_view key) {
    return key == "exclude" || key == "selections" || key == "always" || key == "never";
  }

  /// What already has its form moves to the top.
  void hoist(Member member, std::string const& path) {
    if (document::find(root_, member.key))
      return report(member.key_place, path, "duplicate-key",
                    quoted(member.key) + " stands at the top as well; keep one");
    document::mapping(root_)->push_back(std::move(member));
  }

  /// Takes the old lines at and below a member of `filters`.
  void take_lines(Member& member) {
    auto const* const below = document::mapping(member.value);
    if (auto const* line = line_at(member.key)) return take(*line, member);
    bool const known = std::any_of(
        legacy_lines.begin(), legacy_lines.end(),
        [&](LegacyLine const& line) { return line.path.starts_with(member.key + "."); });
    if (!known) return refuse(member, "filters");
    if (!below)
      return report(member.value.place, "filters." + member.key, "bad-type", "expected a mapping");
    for (auto& inner : *document::mapping(member.value)) {
      if (auto const* line = line_at(member.key + "." + inner.key))
        take(*line, inner);
      else
        refuse(inner, "filters." + member.key);
    }
  }

  static LegacyLine const* line_at(std::string_view path) {
    for (auto const& line : legacy_lines)
      if (line.path == path) return &line;
    return nullptr;
  }

  void refuse(Member const& member, std::string const& above) {
    std::vector<std::string_view> names{"exclude", "selections", "always", "never"};
    for (auto const& line : legacy_lines) {
      auto const dot = std::min(line.path.find('.'), line.path.size());
      auto const first = line.path.substr(0, dot);
      if (above == "filters") names.push_back(first);
      if (above == "filters." + std::string{first} && dot < line.path.size())
        names.assign({line.path.substr(dot + 1)});
    }
    std::string message = "unknown key " + quoted(member.key);
    auto const near = closest(member.key, names);
    if (near) message += ", did you mean " + quoted(*near) + "?";
    report(member.key_place, above, "unknown-key", std::move(message));
    if (near && member.key_place.line > 0)
      problems_.back().fix = {{member.key_place.begin, member.key_place.end, std::string{*near}}};
  }

  void take(LegacyLine const& line, Member& member) {
    has_legacy_lines_ = true;
    auto value = std::move(member.value);
    if (document::is_null(value)) return;
    if (!line.word_if.empty() && !read_word(line, value)) return;
    warn(line, member.key_place, value);
    if (line.home == LegacyLine::Home::exclude)
      exclude(line, member.key_place, std::move(value));
    else
      select(line, member.key_place, std::move(value));
  }

  /// Makes a list of the word that a truth value means; nothing of one that is false.
  bool read_word(LegacyLine const& line, document::Node& value) {
    auto const path = "filters." + std::string{line.path};
    auto const* const text = document::scalar(value);
    auto const truth = reflect::ScalarOf<bool>::read(text ? text->text : "");
    if (!truth)
      report(value.place, path, truth.error().code, truth.error().message);
    else if (!*truth)
      report(value.place, path, "deprecated", "is an old form, remove it", Severity::warning);
    if (!truth || !*truth) return false;
    auto const place = value.place;
    value = document::list_node({document::text_node(line.word_if)});
    value.place = place;
    document::sequence(value)->front().place = place;
    return true;
  }

  void warn(LegacyLine const& line, Place const& place, document::Node const& value) {
    auto const now = std::string{line.now} + ": " + derive::one_line(&value);
    bool const excludes = line.home == LegacyLine::Home::exclude;
    auto message = excludes ? "is an old form, write exclude." + now
                            : "is an old form, write " + now + " in a selection";
    if (line.lenient)
      message +=
          " with unknown: {" + std::string{line.now.substr(0, line.now.find('.'))} + ": allow}";
    report(place, "filters." + std::string{line.path}, "deprecated", std::move(message),
           Severity::warning);
  }

  void exclude(LegacyLine const& line, Place const& place, document::Node value) {
    auto& members = *document::mapping(root_);
    auto* found = document::find_member(root_, "exclude");
    if (!found || document::is_null(found->value)) {
      if (!found) found = &members.emplace_back();
      *found = {"exclude", place, {.value = document::Mapping{}, .place = place}};
    }
    auto* const same = document::find_member(found->value, line.now);
    bool const from_file = place.line > 0;
    if (same && from_file)
      return report(place, "filters." + std::string{line.path}, "duplicate-key",
                    "exclude." + std::string{line.now} + " says the same; keep one");
    if (same)
      same->value = std::move(value);
    else if (document::mapping(found->value))
      document::mapping(found->value)->push_back({std::string{line.now}, place, std::move(value)});
  }

  void select(LegacyLine const& line, Place const& place, document::Node value) {
    auto const dot = line.now.find('.');
    std::string const key{line.now.substr(0, dot)};
    if (dot != std::string_view::npos) {
      auto const inside = value.place;
      document::Mapping inner{{std::string{line.now.substr(dot + 1)}, place, std::move(value)}};
      value = {.value = std::move(inner), .place = inside};
    }
    if (line.lenient)
      lenient_.push_back(
          {key, place, {.value = document::Scalar{.text = "allow"}, .place = place}});
    lines_.push_back({key, place, std::move(value)});
  }

  void add_selection() {
    auto const place = filters_.key_place;
    auto* const found = document::find_member(root_, "selections");
    auto const* const items = found ? document::sequence(found->value) : nullptr;
    bool const empty = !found || document::is_null(found->value) || (items && items->empty());
    if (!empty) {
      if (!lines_.empty())
        report(lines_.front().key_place, "filters", "mixed-forms",
               "old lines cannot stand beside selections; write them into the selections");
      return;
    }
    document::Mapping members{{"name", place, document::text_node(legacy_selection)}};
    members.front().value.place = place;
    if (!lenient_.empty())
      members.push_back({"unknown", place, {.value = std::move(lenient_), .place = place}});
    std::move(lines_.begin(), lines_.end(), std::back_inserter(members));
    document::Node selection{.value = std::move(members), .place = place};
    document::Node list{.value = document::Sequence{std::move(selection)}, .place = place};
    if (found)
      found->value = std::move(list);
    else
      document::mapping(root_)->push_back({"selections", place, std::move(list)});
  }

  document::Node root_;
  Member filters_;
  document::Mapping lines_;
  document::Mapping lenient_;
  bool has_legacy_lines_ = false;
  Problems problems_;
};

/// A document with its older forms rewritten. Values keep the places where they were written.
inline Reading<document::Node> migrate(document::Node document) {
  return Migration(std::move(document)).migrated();
}

}  // namespace sievarr::config

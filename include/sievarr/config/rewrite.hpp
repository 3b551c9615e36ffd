#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/config/migrate.hpp>
#include <sievarr/config/rewrite_lines.hpp>
#include <sievarr/document/edit.hpp>
#include <sievarr/document/same_meaning.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/document/yaml.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// Rewrites the text of a config that speaks an older form, comments and all.
class Rewrite {
 public:
  using Answer = Result<document::Edits, Misfit>;

  Rewrite(std::string_view text, std::string source)
      : text_(text), read_(document::read_yaml(text, std::move(source))) {}

  /// The edits that bring the text into its new form; none where it has it.
  Answer edits() const {
    if (has_errors(read_.problems)) return stop(read_.problems);
    if (!document::mapping(read_.value))
      return Misfit{"bad-type", "expected a mapping of sections such as exclude and sonarr"};
    auto const migrated = migrate(read_.value);
    if (has_errors(migrated.problems)) return stop(migrated.problems);
    auto const* const filters = filters_member();
    if (!filters) return document::Edits{};
    auto const region = region_of(*filters);
    auto const* const members = document::mapping(filters->value);
    bool const blocks = members && !members->empty() && begins_line(members->front());
    auto text = blocks ? rewritten(*filters, region) : from_tree(migrated.value);
    return tried({{region.begin, region.end, std::move(text)}}, migrated.value);
  }

 private:
  /// The bytes of a member from the start of its line to where the next one's lines begin.
  struct Region {
    std::uint32_t begin;
    std::uint32_t end;
  };

  static Misfit stop(Problems const& problems) {
    auto const first = std::find_if(problems.begin(), problems.end(), [](Problem const& each) {
      return each.severity == Severity::error;
    });
    return {"cannot-rewrite", "mend this first: " + to_text(*first)};
  }

  document::Member const* filters_member() const {
    for (auto const& member : *document::mapping(read_.value))
      if (member.key == "filters") return &member;
    return nullptr;
  }

  bool begins_line(document::Member const& member) const {
    auto const begin = member.key_place.begin;
    auto const before = text_.substr(0, begin).find_last_not_of(" ");
    return before == text_.npos || text_[before] == '\n';
  }

  std::size_t line_start(std::size_t at) const {
    auto const before = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
    return before == text_.npos ? 0 : before + 1;
  }

  Region region_of(document::Member const& filters) const {
    auto const begin = line_start(filters.key_place.begin);
    auto end = text_.size();
    for (auto const& member : *document::mapping(read_.value))
      if (member.key_place.begin > filters.key_place.begin)
        end = std::min(end, line_start(member.key_place.begin));
    // Comments right above the next key, and the gap above them, are the next key's.
    for (auto at = end; at > begin; end = at) {
      at = line_start(at - 1);
      auto const first = text_[at];
      if (first != '#' && first != '\n' && first != '\r') break;
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string rewritten(document::Member const& filters, Region region) const {
    auto const block = text_.substr(region.begin, region.end - region.begin);
    auto const indent = document::mapping(filters.value)->front().key_place.column - 1;
    bool legacy = false;
    for (auto const& member : *document::mapping(filters.value))
      legacy = legacy || (member.key != "exclude" && member.key != "selections" &&
                          member.key != "always" && member.key != "never");
    if (!legacy) return unwrapped(block, indent);
    return LegacyLines(text_, filters.key_place.line).rewritten(filters.value, block);
  }

  /// The new members as the program would write them, where the old ones stand in brackets.
  std::string from_tree(document::Node const& migrated) const {
    document::Mapping changed;
    for (auto const& member : *document::mapping(migrated)) {
      auto const* const before = document::find(read_.value, member.key);
      if (!before || !document::same_meaning(*before, member.value)) changed.push_back(member);
    }
    if (changed.empty()) return "";
    return document::write_yaml({.value = std::move(changed)});
  }

  /// Nothing is handed out that does not mean what the old text meant.
  Answer tried(document::Edits edits, document::Node const& expected) const {
    auto const text = document::edited(text_, edits);
    if (!text) return text.error();
    auto const again = document::read_yaml(*text, "");
    if (!has_errors(again.problems) && same_members(again.value, expected)) return edits;
    return Misfit{"cannot-rewrite",
                  "the older lines are written in a way that only a person can rewrite; see the "
                  "warnings of: sievarr validate"};
  }

  static bool same_members(document::Node const& a, document::Node const& b) {
    auto const sorted = [](document::Node const& node) {
      auto members = document::mapping(node) ? *document::mapping(node) : document::Mapping{};
      sievarr::stable_sort(members, [](auto const& x, auto const& y) { return x.key < y.key; });
      return document::Node{.value = std::move(members)};
    };
    return document::same_meaning(sorted(a), sorted(b));
  }

  std::string_view text_;
  Reading<document::Node> read_;
};

/// The edits that rewrite the older forms of a config, or why a person must.
inline Rewrite::Answer rewrite(std::string_view text, std::string source) {
  return Rewrite(text, std::move(source)).edits();
}

}  // namespace sievarr::config

#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/plan/line.hpp>
#include <sievarr/filter/subject/asked.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a line wants and what a row has, in words: the two columns of the tree of reasons.
namespace sievarr::filter {

template <class Items>
std::string texts_of(Items const& items) {
  std::vector<std::string> texts;
  for (auto const& item : items) texts.push_back(item.text());
  return listed(texts, ",");
}

inline void append_part(std::string& text, std::string const& part) {
  if (!text.empty()) text += " and ";
  text += part;
}

inline std::string wanted(Words const& words) {
  std::string text = texts_of(words.any);
  if (!words.all.empty()) append_part(text, "all of " + texts_of(words.all));
  if (!words.none.empty()) append_part(text, "none of " + texts_of(words.none));
  return text;
}

inline std::string wanted(Titles const& titles) {
  std::string text = texts_of(titles.any);
  if (!titles.none.empty()) append_part(text, "none of " + texts_of(titles.none));
  return text;
}

inline std::string wanted(Window const& window) {
  if (!window.after) return to_text(*window.before) + " or earlier";
  if (!window.before) return to_text(*window.after) + " or later";
  return to_text(*window.after) + " to " + to_text(*window.before);
}

inline std::string wanted(Span const& span) {
  if (!span.min) return "at most " + to_text(*span.max);
  if (!span.max) return "at least " + to_text(*span.min);
  return to_text(*span.min) + " to " + to_text(*span.max);
}

inline std::string wanted(FlagTest const& test) { return test.wanted ? "yes" : "no"; }

inline std::string wanted(Line const& line);

/// One line of a condition: `rating at least 8`. What has parts of its own stands in brackets.
inline std::string wanted_branch(Line const& branch) {
  auto const* tree = std::get_if<Tree>(&branch.test);
  if (!tree) return std::string{branch.criterion->name} + " " + wanted(branch);
  bool const bare = tree->kind == Tree::Kind::not_ || tree->branches.size() == 1;
  return bare ? wanted(branch) : "(" + wanted(branch) + ")";
}

inline std::string wanted(Tree const& tree) {
  if (tree.kind == Tree::Kind::not_) return "not " + wanted_branch(tree.branches.front());
  std::vector<std::string> branches;
  for (auto const& branch : tree.branches) branches.push_back(wanted_branch(branch));
  std::string_view const joint = tree.kind == Tree::Kind::any ? " or " : " and ";
  std::string text;
  for (auto const& branch : branches) text.append(text.empty() ? "" : joint).append(branch);
  return text;
}

/// What a line asks for: `English, Irish`, `at least 7.5`, `2010-01-01 or later`.
inline std::string wanted(Line const& line) {
  return std::visit([](auto const& test) { return wanted(test); }, line.test);
}

inline std::string actual(Called const&, std::monostate) { return {}; }

inline std::string actual(Called const&, Known const& known) {
  if (!known.known) return "unknown";
  return known.written.empty() ? "none" : listed(known.written, ",");
}

inline std::string actual(Called const& called, KnownDay const& known) {
  if (known.applies) return known.day ? to_text(*known.day) : "unknown";
  std::string text{called.unmet};
  if (!text.empty()) text.front() = static_cast<char>(text.front() | 0x20);
  return text;
}

inline std::string actual(Called const&, KnownNumber const& number) {
  return number ? to_text(*number) : "unknown";
}

inline std::string actual(Called const&, KnownFlag const& flag) {
  if (!flag) return "unknown";
  return *flag ? "yes" : "no";
}

inline std::string actual(Called const&, KnownTitle const& title) { return title.written; }

/// What a row has where a criterion looks: `German`, `6.1`, `unknown`. A condition has no value of
/// its own; its branches have.
inline std::string actual(AskedCriterion const& criterion, Facts const& facts) {
  return std::visit([&](auto const& fact) { return actual(criterion.called, fact); },
                    facts[index_of(criterion.rank)]);
}

}  // namespace sievarr::filter

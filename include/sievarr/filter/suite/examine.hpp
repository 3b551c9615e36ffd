#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/filter/plan/answers.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How expectations are held against what rules decided, whatever they are about.
namespace sievarr::filter {

/// Collects how what was found differs from what was expected.
class Discrepancies {
 public:
  void differ(std::string_view what, std::string const& expected, std::string const& found) {
    if (!text_.empty()) text_ += "; ";
    text_.append("expected ").append(what).append(" ").append(expected);
    text_.append(", got ").append(found.empty() ? "none" : found);
  }

  /// Nothing is expected where nothing was said.
  template <class T>
  void check(std::string_view what, std::optional<T> const& expected, T const& found) {
    if (expected && !(*expected == found))
      differ(what, reflect::word_of(*expected), reflect::word_of(found));
  }

  void check_selection(std::string_view what, std::optional<std::string> const& expected,
                       CompiledSelection const* found) {
    auto const name = found ? found->name : "none";
    if (expected && *expected != name) differ(what, *expected, name);
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// What is wrong with a count, if anything is.
inline std::string miscount(std::int64_t count, std::optional<std::int64_t> min,
                            std::optional<std::int64_t> max) {
  if (max && count > *max) return "expected at most " + to_text(*max) + ", got " + to_text(count);
  if (min && count < *min) return "expected at least " + to_text(*min) + ", got " + to_text(count);
  return min || max ? "" : "says neither min nor max";
}

/// Notes which lines decided about the rows of a suite.
class Coverage {
 public:
  /// A row touches the line that decided, and every line of the selection that took it.
  void touch(std::span<LineAnswer const> exclude, std::span<SieveAnswer const> selections,
             std::uint16_t decided) {
    if (auto const* const line = excluding_line(exclude)) return touch(line);
    if (decided != nobody)
      for (auto const& answer : selections[decided].lines) touch(&answer);
    else
      for (auto const& compiled : selections) touch(decisive_line(compiled));
  }

  /// The lines, of exclude and of the selections, that no row was decided by.
  std::vector<Line const*> untouched(Rules rules) const {
    std::vector<Line const*> lines;
    auto const collect = [&](std::span<Line const> all) {
      for (auto const& line : all)
        if (std::find(touched_.begin(), touched_.end(), &line) == touched_.end())
          lines.push_back(&line);
    };
    collect(rules.exclude);
    for (auto const& compiled : rules.selections) collect(compiled.lines);
    return lines;
  }

 private:
  void touch(LineAnswer const* answer) {
    if (answer) touched_.push_back(answer->line);
  }

  std::vector<Line const*> touched_;
};

}  // namespace sievarr::filter

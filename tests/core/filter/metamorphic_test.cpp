#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/columns/decision_hash.hpp>
#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/plan/compile.hpp>

#include "effort.hpp"
#include "fixtures.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

/// What a change of a filter must and must not do, whatever the filter.
namespace sievarr::filter {
namespace {

Filter random_filter(random::Dice& dice) {
  auto const document = document::read_yaml(random::filter(dice), "config.yaml");
  return derive::decode<Filter>(document.value).value;
}

Plan compiled(Filter const& filter) {
  return compile(filter, {nullptr, *to_date("2026-06-15"), fixtures::instances()}).value;
}

Table random_table(random::Dice& dice) {
  Table table;
  for (std::int64_t id = 1; id <= 150; ++id) table.upsert(random::show(dice, id));
  return table;
}

template <class T>
value::Set<T> backwards(value::Set<T> const& items) {
  std::vector<T> all(items.begin(), items.end());
  value::Set<T> reversed;
  for (auto item = all.rbegin(); item != all.rend(); ++item) reversed.push_back(*item);
  if (!all.empty()) reversed.push_back(all.front());
  return reversed;
}

/// Every list the other way round and with its first value twice.
void turn_lists(Criteria& criteria) {
  criteria.genres.any = backwards(criteria.genres.any);
  criteria.genres.all = backwards(criteria.genres.all);
  for (auto* words : {&criteria.types, &criteria.languages, &criteria.networks, &criteria.status}) {
    words->any = backwards(words->any);
    words->none = backwards(words->none);
  }
  criteria.countries.any = backwards(criteria.countries.any);
  criteria.titles.any = backwards(criteria.titles.any);
}

/// The same filter with comments, and with what selections leave unsaid.
std::string spelled_out(std::string const& yaml) {
  std::string text = "# A filter.\n";
  for (std::size_t at = 0; at < yaml.size();) {
    auto const end = yaml.find('\n', at);
    auto line = yaml.substr(at, end - at);
    at = end + 1;
    bool const selection = line.starts_with("  - {");
    std::string more;
    if (selection && line.find("mode: ") == line.npos) more += ", mode: add";
    if (selection && line.find("unknown: ") == line.npos) more += ", unknown: deny";
    if (line == "  - {}") more.erase(0, 2);
    if (!more.empty()) line.insert(line.size() - 1, more);
    text += line + "   # as it is\n\n";
  }
  return text;
}

Condition denied(Condition condition) {
  NotOf negation;
  negation.not_ = value::Box<Condition>(std::move(condition));
  return {.alternatives = std::move(negation)};
}

/// Compares what a change does over many filters: check(before, after) for each show.
void for_changes(std::function<void(Filter&, random::Dice&)> const& change,
                 std::function<bool(Decision const&, Decision const&)> const& allowed) {
  for (std::uint64_t seed = 1; seed <= test::rounds(80U, 400U); ++seed) {
    random::Dice dice(seed);
    auto filter = random_filter(dice);
    for (auto& selection : filter.selections) {
      selection.mode = Mode::add;
      if (!std::holds_alternative<UnknownPolicy>(selection.unknown) ||
          selection.unknown == Unknown{UnknownPolicy::review})
        selection.unknown = UnknownPolicy::deny;
    }
    auto const table = random_table(dice);
    auto const before = judge_all(compiled(filter), table);
    change(filter, dice);
    auto const after = judge_all(compiled(filter), table);
    std::size_t broken = 0;
    for (std::size_t row = 0; row < table.size(); ++row)
      broken += allowed(before.decisions.at(row), after.decisions.at(row)) ? 0U : 1U;
    INFO(seed);
    CHECK(broken == 0);
  }
}

bool is_wanted(Decision const& decision) { return decision.verdict != Verdict::filtered; }
bool loses_none(Decision const& before, Decision const& after) {
  return !is_wanted(before) || is_wanted(after);
}
bool gains_none(Decision const& before, Decision const& after) {
  return is_wanted(before) || !is_wanted(after);
}

}  // namespace

TEST_CASE("the order of list values and values named twice change no hash") {
  for (std::uint64_t seed = 1; seed <= test::rounds(40U, 200U); ++seed) {
    random::Dice dice(seed);
    auto const filter = random_filter(dice);
    auto turned = filter;
    turn_lists(turned.exclude);
    for (auto& selection : turned.selections) turn_lists(selection.criteria);
    turned.always = backwards(turned.always);
    auto const table = random_table(dice);
    auto const plan = compiled(filter);
    auto const other = compiled(turned);

    CHECK(plan.filter_hash == other.filter_hash);
    CHECK(decision_hash(plan, table, judge_all(plan, table).decisions) ==
          decision_hash(other, table, judge_all(other, table).decisions));
  }
}

TEST_CASE("comments and defaults that are spelled out change no hash") {
  auto const last = test::rounds<std::uint64_t>(60, 300);
  std::size_t spelled = 0;
  for (std::uint64_t seed = 1; seed <= last; ++seed) {
    random::Dice dice(seed);
    auto const yaml = random::filter(dice);
    auto const wordy = spelled_out(yaml);
    spelled += wordy.find("mode: add, unknown: deny}") != std::string::npos ? 1 : 0;
    auto const plan = fixtures::plan(yaml);
    auto const other = fixtures::plan(wordy);
    auto const table = random_table(dice);
    INFO(wordy);

    CHECK(plan.filter_hash == other.filter_hash);
    CHECK(decision_hash(plan, table, judge_all(plan, table).decisions) ==
          decision_hash(other, table, judge_all(other, table).decisions));
  }
  CHECK(2 * spelled > last);
}

TEST_CASE("a condition that is denied twice decides the same") {
  std::size_t turned = 0;
  for_changes(
      [&](Filter& filter, random::Dice&) {
        for (auto& selection : filter.selections)
          if (selection.criteria.where.has_value()) {
            selection.criteria.where = denied(denied(*selection.criteria.where));
            ++turned;
          }
      },
      [](Decision const& before, Decision const& after) { return before == after; });
  CHECK(turned > 20);
}

TEST_CASE("a policy that is kinder to what is unknown loses no show") {
  for_changes(
      [](Filter& filter, random::Dice&) {
        for (auto& selection : filter.selections) selection.unknown = UnknownPolicy::allow;
      },
      loses_none);
}

TEST_CASE("one more value in a list of a selection loses no show") {
  for_changes(
      [](Filter& filter, random::Dice& dice) {
        for (auto& selection : filter.selections) {
          auto& [any, all, none] = selection.criteria.genres;
          if (!any.empty()) any.push_back(Term{dice.pick(random::genres)});
          auto& languages = selection.criteria.languages.any;
          if (!languages.empty()) languages.push_back(Term{dice.pick(random::languages)});
          auto& titles = selection.criteria.titles.any;
          if (!titles.empty()) titles.push_back(*value::Pattern::read("*e*"));
        }
      },
      loses_none);
}

TEST_CASE("one more selection at the end loses no show") {
  for_changes(
      [](Filter& filter, random::Dice& dice) {
        auto more = random_filter(dice).selections.front();
        more.mode = Mode::add;
        filter.selections.push_back(std::move(more));
      },
      loses_none);
}

TEST_CASE("one more line in exclude gains no show") {
  for_changes(
      [](Filter& filter, random::Dice&) {
        if (filter.exclude.popularity.empty()) filter.exclude.popularity.max = Weight{40};
      },
      gains_none);
}

TEST_CASE("one more line in a selection, or a wider never, gains no show") {
  for_changes(
      [](Filter& filter, random::Dice&) {
        for (auto& selection : filter.selections)
          if (!selection.criteria.popularity.max) selection.criteria.popularity.max = Weight{60};
        filter.never.push_back(value::ShowRef{value::ShowRef::Catalogue::tvmaze, 5});
      },
      gains_none);
}

}  // namespace sievarr::filter

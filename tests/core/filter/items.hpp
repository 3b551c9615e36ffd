#pragma once

#include <sievarr/filter/columns/positions.hpp>
#include <sievarr/filter/columns/table_of.hpp>
#include <sievarr/filter/plan/compile_rules.hpp>
#include <sievarr/filter/subject/column.hpp>
#include <sievarr/filter/suite/examine.hpp>
#include <sievarr/value/bounded.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A second subject beside shows: what a library holds, with rules that say which of it is searched
/// for. All that is said about it stands here; what the engine does with it, in items_test.cpp.
namespace sievarr::filter::items {

/// One title of a library.
struct Item {
  std::int64_t id = 0;
  std::string title;
  std::string kind;
  std::optional<std::string> quality;
  std::vector<std::string> tags;
  std::optional<bool> monitored;
  std::optional<std::int64_t> size;
  std::optional<std::int32_t> year;
  std::optional<Date> added;
  std::optional<Date> imported;
  std::uint32_t tmdb = 0;

  bool operator==(Item const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Item, (),
                      (id, title, kind, quality, tags, monitored, size, year, added, imported,
                       tmdb))

/// Only what has a size has been imported.
inline bool is_imported(Item const& item) { return item.size.has_value(); }

using Bytes = value::Bounded<std::int64_t, 0, 9'000'000'000'000'000>;
using Year = value::Bounded<int, 1800, 2200>;
constexpr std::string_view title_of(reflect::Of<Between<Bytes>>) { return "Sizes"; }
constexpr std::string_view title_of(reflect::Of<Between<Year>>) { return "Years"; }

struct ItemCriteria {
  OneOf<Term> kinds;
  OneOf<Term> qualities;
  SomeOf tags;
  std::optional<bool> monitored;
  Between<Bytes> size;
  Between<Year> year;
  Days added;
  Days imported;
  OneOf<value::Pattern> titles;
  value::Box<ConditionOf<ItemCriteria>> where;

  bool operator==(ItemCriteria const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ItemCriteria, (),
                      (kinds, qualities, tags, monitored, size, year, added, imported, titles,
                       where))

constexpr auto notes_of(reflect::Of<ItemCriteria>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ItemCriteria::kinds>{.text = "Series or movie."},
      Note<&ItemCriteria::qualities>{.text = "The quality of its file."},
      Note<&ItemCriteria::tags>{.text = "Its tags."},
      Note<&ItemCriteria::monitored>{.text = "Whether it is monitored."},
      Note<&ItemCriteria::size>{.text = "Bytes on disk."},
      Note<&ItemCriteria::year>{.text = "The year in which it came out."},
      Note<&ItemCriteria::added>{.text = "The day on which it was added."},
      Note<&ItemCriteria::imported>{.text = "The day on which its file was imported."},
      Note<&ItemCriteria::titles>{.text = "Patterns of the whole title."},
      Note<&ItemCriteria::where>{.text = "A condition."},
  };
}

constexpr std::string_view title_of(reflect::Of<ConditionOf<ItemCriteria>>) { return "ItemTree"; }
constexpr std::string_view title_of(reflect::Of<AnyOfThese<ItemCriteria>>) { return "AnyItem"; }
constexpr std::string_view title_of(reflect::Of<AllOfThese<ItemCriteria>>) { return "AllItems"; }
constexpr std::string_view title_of(reflect::Of<NotThis<ItemCriteria>>) { return "NotItem"; }

/// Items, as rules judge them.
struct Items {
  using Row = Item;
  using Criteria = ItemCriteria;
  using Columns = ColumnList<column::Words<&Item::kind, &Item::quality>,
                             column::WordList<&Item::tags>, column::Flag<&Item::monitored>,
                             column::Numbers<&Item::size>, column::Numbers<&Item::year>,
                             column::Day<&Item::added>, column::Day<&Item::imported, is_imported>>;
  using Kept = KeptList<column::Id<&Item::tmdb>>;

  static constexpr auto key = &Item::id;
  static constexpr auto title = &Item::title;
  static constexpr Rank weight{4};  ///< Size.
  static constexpr Nouns nouns{.one = "item", .many = "items"};

  static constexpr auto asks() {
    return AskList{
        Asks<&ItemCriteria::kinds, &Item::kind>{.heading = "Kind", .noun = "kind"},
        Asks<&ItemCriteria::qualities, &Item::quality>{.heading = "Quality", .noun = "quality"},
        Asks<&ItemCriteria::tags, &Item::tags>{.heading = "Tag", .noun = "tag"},
        Asks<&ItemCriteria::monitored, &Item::monitored>{.heading = "Monitored"},
        Asks<&ItemCriteria::size, &Item::size>{.heading = "Size"},
        Asks<&ItemCriteria::year, &Item::year>{.heading = "Year"},
        Asks<&ItemCriteria::added, &Item::added>{.heading = "Added"},
        Asks<&ItemCriteria::imported, &Item::imported>{.heading = "Imported",
                                                       .unmet = "Not imported"},
        Asks<&ItemCriteria::titles, &Item::title>{.heading = "Title"},
        Asks<&ItemCriteria::where>{.heading = "Rule"},
    };
  }
};

/// A rule of a search: what it takes is searched for, more or less eagerly.
struct SearchRule {
  std::optional<std::string> name;
  Unknown unknown = UnknownPolicy::deny;
  int boost = 1;
  ItemCriteria criteria;
};
BOOST_DESCRIBE_STRUCT(SearchRule, (), (name, unknown, boost, criteria))

constexpr auto notes_of(reflect::Of<SearchRule>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SearchRule::name>{.text = "Its name."},
      Note<&SearchRule::unknown>{.text = "What to do where a line cannot tell."},
      Note<&SearchRule::boost>{.text = "How eagerly."},
      Note<&SearchRule::criteria>{.spread = true},
  };
}

struct SearchRules {
  ItemCriteria exclude;
  std::vector<SearchRule> rules;
};
BOOST_DESCRIBE_STRUCT(SearchRules, (), (exclude, rules))

constexpr auto notes_of(reflect::Of<SearchRules>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SearchRules::exclude>{.text = "What is never searched for."},
      Note<&SearchRules::rules>{.text = "The first that takes an item decides."},
  };
}

/// The rules, ready to be asked.
struct SearchPlan {
  std::vector<Line> exclude = {};
  std::vector<CompiledSelection> selections = {};
  std::vector<int> boosts = {};
};

/// Which rule decides about an item, if one does, and whether for certain.
struct Choice {
  std::uint16_t selection = nobody;
  Stance stance = Stance::fails;

  bool operator==(Choice const&) const = default;
};

/// The first rule that does not fail decides.
inline Choice choose(Positions const& positions) {
  if (positions.excluded_by) return {};
  for (std::size_t at = 0; at < positions.opinions.size(); ++at)
    if (positions.opinions[at].stance != Stance::fails)
      return {static_cast<std::uint16_t>(at), positions.opinions[at].stance};
  return {};
}

/// Everything that was asked about one item.
struct Judgement {
  std::vector<LineAnswer> exclude;
  std::vector<SieveAnswer> selections;
  Choice choice;
};

inline Judgement judge(SearchPlan const& plan, Item const& item) {
  auto const facts = facts_of<Items>(item);
  Judgement judgement{explain(plan.exclude, facts), explain(plan.selections, facts), {}};
  Positions positions;
  if (auto const* const line = excluding_line(judgement.exclude))
    positions.excluded_by = rank_of(*line->line);
  for (auto const& selection : judgement.selections)
    positions.opinions.push_back(selection.opinion);
  judgement.choice = choose(positions);
  return judgement;
}

using ItemTable = TableOf<Items>;

/// The same for a whole table.
struct Judged {
  Sorted sorted;
  std::vector<std::uint16_t> selection = {};
  std::vector<Stance> stance = {};

  Choice at(std::size_t row) const { return {selection[row], stance[row]}; }
};

inline Judged judge_all(SearchPlan const& plan, Columns const& table, TitleHits& hits) {
  Judged judged{.sorted = sort_rows(plan, table, hits)};
  std::vector<Choice> of_case;
  for (std::size_t number = 0; number < judged.sorted.cases(); ++number)
    of_case.push_back(choose(positions_of(judged.sorted, number, plan)));
  for (auto const number : judged.sorted.of_row) {
    judged.selection.push_back(of_case[number].selection);
    judged.stance.push_back(of_case[number].stance);
  }
  return judged;
}

}  // namespace sievarr::filter::items

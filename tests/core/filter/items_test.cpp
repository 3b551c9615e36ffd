#include "items.hpp"

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/explain/comparer.hpp>
#include <sievarr/filter/explain/funnel.hpp>
#include <sievarr/filter/explain/idle_rules.hpp>
#include <sievarr/filter/explain/missing_values.hpp>
#include <sievarr/filter/explain/near_misses.hpp>
#include <sievarr/filter/explain/rejections.hpp>
#include <sievarr/filter/plan/refusals.hpp>
#include <sievarr/filter/plan/why_line.hpp>

#include "effort.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::filter::items {
namespace {

/// Rules as they are written, with everything there is to say about them.
class Written {
 public:
  explicit Written(std::string_view yaml) : document_(document::read_yaml(yaml, "rules.yaml")) {
    auto read = derive::decode<SearchRules>(document_.value);
    auto problems = std::move(document_.problems);
    append(problems, std::move(read.problems));
    filter::Written const root{
        .node = &document_.value, .path = {}, .place = document_.value.place};
    RuleCompiler compiler(*to_date("2026-06-15"), problems);
    plan.exclude = compiler.exclude<Items>(read.value.exclude, root.at("exclude"));
    for (std::size_t at = 0; at < read.value.rules.size(); ++at) {
      auto const& rule = read.value.rules[at];
      plan.selections.push_back(compiler.selection<Items>(rule, at, root.at("rules").at(at)));
      plan.boosts.push_back(rule.boost);
    }
    compiler.check_names(plan.selections, root.at("rules"));
    for (auto const& problem : problems) said += to_text(problem) + "\n";
  }

  document::Node const& document() const { return document_.value; }

  SearchPlan plan;
  std::string said;

 private:
  Reading<document::Node> document_;
};

SearchPlan plan_of(std::string_view yaml) {
  Written written(yaml);
  INFO(yaml);
  CHECK(written.said == "");
  return std::move(written.plan);
}

Judged judge_all(SearchPlan const& plan, Columns const& table) {
  TitleHits hits(table);
  return judge_all(plan, table, hits);
}

Item film() {
  return {.id = 1,
          .title = "Stalker",
          .kind = "movie",
          .quality = "Bluray-1080p",
          .tags = {"classic", "slow"},
          .monitored = true,
          .size = 9'000'000'000,
          .year = 1979,
          .added = to_date("2026-05-01"),
          .imported = to_date("2026-05-02")};
}

ItemTable table_of(std::vector<Item> const& items) {
  ItemTable table;
  for (auto const& item : items) table.upsert(item);
  return table;
}

/// A few items, one of which lacks much.
std::vector<Item> some() {
  auto const other = [](std::int64_t id, std::string title, auto change) {
    auto item = film();
    item.id = id;
    item.title = std::move(title);
    change(item);
    return item;
  };
  return {film(), other(2, "Solaris", [](Item& item) { item.monitored = false; }),
          other(3, "Mirror", [](Item& item) { item.quality = "WEBDL-720p", item.size = 100; }),
          other(4, "Nostalghia", [](Item& item) {
            item = {.id = 4, .title = "Nostalghia", .kind = "movie", .year = 1983};
          })};
}

random::Names const kinds{"series", "movie", "Movie ", "episode"};
random::Names const qualities{"HDTV-720p", "hdtv-720P", "Bluray-1080p", "WEBDL-2160p"};
random::Names const tags{"anime", "Anime", "kids", "4k", "ÄRZTE", "ärzte"};
random::Names const days{"2010-01-01", "2026-06-15", "1815-12-10", "2026-05-01", "2079-06-05"};
random::Names const bounds{"2010", "today", "-90d", "-2y", "1900", "2026-06-15"};

Item random_item(random::Dice& dice, std::int64_t id) {
  Item item{.id = id, .title = dice.pick(random::titles), .kind = dice.pick(kinds)};
  item.quality = random::perhaps(dice, dice.pick(qualities));
  for (auto count = dice.below(3); count > 0; --count) item.tags.push_back(dice.pick(tags));
  item.monitored = random::perhaps(dice, dice.one_in(2));
  item.size = random::perhaps(dice, static_cast<std::int64_t>(dice.below(12)) * 1'000'000'000);
  if (dice.one_in(30)) item.size = std::numeric_limits<std::int64_t>::min();
  item.year = random::perhaps(dice, static_cast<std::int32_t>(1970 + dice.below(50)));
  item.added = random::perhaps(dice, *to_date(dice.pick(days)));
  if (item.size || dice.one_in(40))
    item.imported = random::perhaps(dice, *to_date(dice.pick(days)));
  item.tmdb = static_cast<std::uint32_t>(dice.below(100));
  return item;
}

/// Writes rules as YAML, in the flow style.
class Writer {
 public:
  explicit Writer(random::Dice& dice) : dice_(dice) {}

  std::string rules() {
    std::string yaml = "exclude: {" + criteria(0, dice_.below(3)) + "}\nrules:\n";
    auto const many = dice_.one_in(8) ? 14 + dice_.below(24) : 1 + dice_.below(6);
    for (std::size_t at = 0; at < many; ++at) yaml += "  - {" + rule() + "}\n";
    return yaml;
  }

 private:
  std::string rule() {
    auto text = criteria(0, 1 + dice_.below(5));
    random::Names const policies{"deny", "allow", "review"};
    if (dice_.one_in(2)) text += ", unknown: " + dice_.pick(policies);
    return text;
  }

  std::string words(random::Names const& names) {
    std::string list;
    for (auto count = 1 + dice_.below(2); count > 0; --count)
      list += (list.empty() ? "'" : ", '") + dice_.pick(names) + "'";
    return "[" + list + "]";
  }

  std::string wanted(random::Names const& names) {
    if (dice_.one_in(2)) return words(names);
    return (dice_.one_in(2) ? "{any: " : "{none: ") + words(names) + "}";
  }

  std::string range(std::int64_t least, std::int64_t step) {
    auto const at = least + step * static_cast<std::int64_t>(dice_.below(10));
    return (dice_.one_in(2) ? "{min: " : "{max: ") + to_text(at) + "}";
  }

  std::string window() {
    return (dice_.one_in(2) ? "{after: " : "{before: ") + dice_.pick(bounds) + "}";
  }

  std::string criterion(std::size_t which, int depth) {
    switch (which) {
      case 0: return "kinds: " + wanted(kinds);
      case 1: return "qualities: " + wanted(qualities);
      case 2: return "tags: " + (dice_.one_in(3) ? "{all: " + words(tags) + "}" : wanted(tags));
      case 3: return dice_.one_in(2) ? "monitored: true" : "monitored: false";
      case 4: return "size: " + range(0, 1'000'000'000);
      case 5: return "year: " + range(1970, 5);
      case 6: return "added: " + window();
      case 7: return "imported: " + window();
      case 8: return "titles: " + wanted({"*star*", "lost", "*", "stra?e", "*ärzte*"});
      default: return "where: " + condition(depth + 1);
    }
  }

  std::string condition(int depth) {
    if (depth >= 3 || dice_.one_in(3)) return "{" + criteria(depth, 1 + dice_.below(2)) + "}";
    if (dice_.one_in(3)) return "{not: " + condition(depth + 1) + "}";
    auto const first = condition(depth + 1);
    return (dice_.one_in(2) ? "{any: [" : "{all: [") + first + ", " + condition(depth + 1) + "]}";
  }

  std::string criteria(int depth, std::size_t count) {
    std::string lines;
    std::vector<bool> taken(10, false);
    for (; count > 0; --count) {
      auto const which = dice_.below(depth < 3 ? 10 : 9);
      if (taken[which]) continue;
      taken[which] = true;
      lines += (lines.empty() ? "" : ", ") + criterion(which, depth);
    }
    return lines;
  }

  random::Dice& dice_;
};

std::vector<Item> random_items(random::Dice& dice, std::size_t count) {
  std::vector<Item> items;
  for (std::size_t at = 0; at < count; ++at)
    items.push_back(random_item(dice, static_cast<std::int64_t>(at + 1)));
  return items;
}

/// Judges one list of rules over many items both ways; says how many items it compared.
std::size_t compare_ways(std::uint64_t seed) {
  random::Dice dice(seed);
  auto const yaml = Writer(dice).rules();
  Written const written(yaml);
  auto const items = random_items(dice, 100);
  auto const table = table_of(items);
  auto const judged = judge_all(written.plan, table);
  for (std::size_t row = 0; row < items.size(); ++row) {
    auto const choice = judge(written.plan, items[row]).choice;
    if (choice == judged.at(row)) continue;
    INFO(seed);
    INFO(row);
    INFO(yaml);
    CHECK(judged.at(row).selection == choice.selection);
    CHECK(judged.at(row).stance == choice.stance);
  }
  return items.size();
}

}  // namespace

TEST_CASE("rules of another subject judge a table as they judge each row" *
          doctest::test_suite("slow")) {
  auto const wanted = test::rounds<std::size_t>(20'000, 300'000);
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; compared < wanted; ++seed) compared += compare_ways(seed);
  MESSAGE("compared ", compared, " pairs of rules and an item");
}

TEST_CASE("a table of another subject gives back every row as it came") {
  random::Dice dice(7);
  auto const items = random_items(dice, 500);
  auto const table = table_of(items);
  bool all = true;
  for (std::size_t row = 0; row < items.size(); ++row) all = all && table.at(row) == items[row];
  CHECK(all);
  CHECK_FALSE(table.irregular_rows().empty());
}

TEST_CASE("what is wrong with the rules of another subject is said in its words") {
  CHECK(Written("rules: [{name: all}, {name: all, kinds: [movie], unknown: {sise: allow}}]").said ==
        "rules.yaml:1:9: warning: rules[0]: has no criterion, so it takes every item\n"
        "rules.yaml:1:60: rules[1].unknown.sise: unknown key \"sise\", did you mean \"size\"?\n"
        "rules.yaml:1:29: rules[1].name: rules[0] has the name \"all\" already\n");
  CHECK(Written("exclude: {size: {min: 5, max: 3}}").said ==
        "rules.yaml:1:11: exclude.size: no number is both at least 5 and at most 3\n");
  CHECK(Written("rules: [{monitored: maybe}]").said ==
        "rules.yaml:1:21: rules[0].monitored: expected true or false, got \"maybe\"\n");
}

TEST_CASE("a refusal of another subject names the line, its value and where it was written") {
  auto const plan = plan_of(
      "rules:\n"
      "  - name: big\n"
      "    monitored: true\n"
      "    size: {min: 10}\n"
      "    imported: {after: 2026}\n"
      "    qualities: {none: [WEBDL-720p]}\n");
  auto const said = [&](Item const& item) {
    auto const judgement = judge(plan, item);
    auto const* const line = decisive_line(judgement.selections[0]);
    if (!line) return std::string{"taken"};
    return to_text(line->line->place) + " " + refusal(*line, facts_of<Items>(item));
  };
  auto const items = some();
  CHECK(said(items[0]) == "taken");
  CHECK(said(items[1]) == "rules.yaml:3:5 Monitored not as wanted: no (wanted yes)");
  CHECK(said(items[2]) ==
        "rules.yaml:6:5 Quality unwanted: WEBDL-720p (wanted none of WEBDL-720p)");
  CHECK(said(items[3]) == "rules.yaml:5:5 Not imported (wanted 2026-01-01 or later)");
  auto gone = items[0];
  gone.monitored.reset();
  CHECK(said(gone) == "rules.yaml:3:5 Monitored unknown (wanted yes)");
}

TEST_CASE("every line of another subject is told with what it wants and what there is") {
  auto const plan = plan_of(
      "exclude: {tags: [slow]}\n"
      "rules: [{where: {any: [{year: {max: 1970}}, {not: {monitored: false}}]}}]\n");
  auto const item = film();
  auto const judgement = judge(plan, item);
  auto const facts = facts_of<Items>(item);
  CHECK(exclusion(judgement.exclude[0], facts) == "Tag excluded: classic, slow (excludes slow)");
  auto const told = why(judgement.selections[0].lines, facts, Within::selection);
  REQUIRE(told.size() == 1);
  CHECK(told[0].wanted == "year at most 1970 or not monitored no");
  CHECK(told[0].place == "rules.yaml:2:10");
  REQUIRE(told[0].branches.size() == 2);
  CHECK(told[0].branches[0].line == "year");
  CHECK(told[0].branches[0].actual == "1979");
  CHECK(told[0].branches[0].answer == Answer::no);
  CHECK(told[0].branches[1].branches[0].actual == "yes");
  CHECK(told[0].branches[1].branches[0].path == "rules[0].where.any[1].not.monitored");
}

TEST_CASE("a change of the rules of another subject is told by the line that made it") {
  auto const table = table_of(some());
  auto const before = plan_of("rules: [{name: a, size: {min: 1000}}]");
  auto const after = plan_of("{exclude: {monitored: false}, rules: [{name: a, size: {min: 50}}]}");
  auto const was = judge_all(before, table);
  auto const is = judge_all(after, table);
  RuleRun const old_run{before, was.sorted, was.selection};
  RuleRun const new_run{after, is.sorted, is.selection};
  auto const shift_at = [&](std::size_t row) -> std::optional<Shift> {
    if (was.selection[row] == is.selection[row]) return std::nullopt;
    return was.selection[row] == nobody ? Shift::added : Shift::dropped;
  };
  std::string told;
  for (auto const& group : Comparer(old_run, new_run, table).compare(shift_at).groups) {
    bool const old = group.cause.side == Cause::Side::before;
    auto const* const line = line_of(group.cause, old ? Rules(before) : Rules(after));
    told += reflect::word_of(group.shift);
    for (auto const row : group.rows) told += " " + std::string{table.titles()[row]};
    told += line ? " by " + line->path + (old ? " before\n" : " after\n") : "\n";
  }
  CHECK(told ==
        "dropped Solaris by exclude.monitored after\n"
        "added Mirror by rules[0].size before\n");
}

namespace {

/// What each line does to a table.
Effects effects_of(SearchPlan const& plan, ItemTable const& table) {
  TitleHits hits(table);
  auto const judged = judge_all(plan, table, hits);
  auto effects = no_effects(plan);
  auto const& out = table.gone();
  pour(
      plan, judged.sorted, out,
      [](Positions const& positions) { return choose(positions).selection; }, effects);
  count_rejections(effects, table, hits, out);
  HopefulSlots hopeful;
  for (std::size_t number = 0; number < judged.sorted.cases(); ++number) {
    auto const positions = positions_of(judged.sorted, number, plan);
    bool const taken = choose({{}, positions.opinions}).selection != nobody;
    std::vector<bool> slots(plan.selections.size() + 1, !positions.excluded_by && !taken);
    slots[exclude_slot] = positions.excluded_by && taken;
    hopeful.push_back(std::move(slots));
  }
  NearMisses(plan, table, judged.sorted, hopeful).find(hits, out, effects);
  return effects;
}

/// What a line does, found by taking it out.
LineEffect slow_effect(SearchPlan const& plan, std::size_t rule, std::size_t index,
                       std::vector<Item> const& items) {
  auto without = plan;
  auto& lines = rule == 0 ? without.exclude : without.selections[rule - 1].lines;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(index));
  LineEffect effect{.line =
                        rule == 0 ? &plan.exclude[index] : &plan.selections[rule - 1].lines[index]};
  for (auto const& item : items) {
    auto const judgement = judge(plan, item);
    auto const& answers = rule == 0 ? judgement.exclude : judgement.selections[rule - 1].lines;
    effect.rejects += rejecting(effect, rule == 0).of(answers[index].answer);
    bool const taken = judgement.choice.selection != nobody;
    effect.alone += !taken && judge(without, item).choice.selection != nobody ? 1 : 0;
  }
  return effect;
}

}  // namespace

TEST_CASE("what a line of another subject does is what changes when it is taken out" *
          doctest::test_suite("slow")) {
  auto const last = test::rounds<std::uint64_t>(20, 60);
  for (std::uint64_t seed = 1; seed <= last; ++seed) {
    random::Dice dice(seed);
    auto const yaml = Writer(dice).rules();
    Written const written(yaml);
    auto const items = random_items(dice, 80);
    auto const effects = effects_of(written.plan, table_of(items));
    for (std::size_t rule = 0; rule < effects.size(); ++rule)
      for (std::size_t index = 0; index < effects[rule].lines.size(); ++index) {
        auto const& found = effects[rule].lines[index];
        auto const slow = slow_effect(written.plan, rule, index, items);
        INFO(seed);
        INFO(found.line->path);
        INFO(yaml);
        CHECK(found.rejects == slow.rejects);
        CHECK(found.alone == slow.alone);
      }
  }
}

TEST_CASE("the funnel of another subject tells where its rows leave the rules") {
  auto const plan =
      plan_of("{exclude: {monitored: false}, rules: [{size: {min: 50}, year: {min: 1980}}]}");
  auto const table = table_of(some());
  auto const effects = effects_of(plan, table);
  CHECK(effects[0].asked == 4);
  CHECK(effects[0].passed == 3);
  CHECK(effects[1].lines[0].first == 1);
  CHECK(effects[1].lines[1].first == 2);
  CHECK(effects[1].lines[1].alone == 2);
  REQUIRE(effects[1].lines[1].nearest.size() == 2);
  CHECK(table.titles()[effects[1].lines[1].nearest[0]] == "Stalker");  // The larger one.
  CHECK(effects[1].decided == 0);
}

TEST_CASE("rules of another subject without effect are found in its words") {
  Written const written(
      "exclude: {kinds: [game]}\nrules: [{qualities: [WEBDL-720]}, {tags: [klassic]}]");
  auto const table = table_of(some());
  TitleHits hits(table);
  auto problems = idle_rules(effects_of(written.plan, table), Items::nouns);
  append(problems, missing_values(written.plan, table, hits, &written.document()));
  std::string said;
  for (auto const& problem : problems) said += to_text(problem) + "\n";
  CHECK(said ==
        "rules.yaml:1:11: hint: exclude.kinds: excludes no item\n"
        "rules.yaml:2:9: warning: rules[0]: takes no item: all of them fail \"qualities\"\n"
        "rules.yaml:2:35: warning: rules[1]: takes no item: all of them fail \"tags\"\n"
        "rules.yaml:1:19: warning: exclude.kinds: no item has the kind \"game\"\n"
        "rules.yaml:2:22: warning: rules[0].qualities: no item has the quality \"WEBDL-720\", did "
        "you mean "
        "\"WEBDL-720p\" (1 item)?\n"
        "rules.yaml:2:43: warning: rules[1].tags: no item has the tag \"klassic\", did you mean "
        "\"classic\" (3 items)?\n");
}

namespace {

/// What people expect of their rules.
struct Expected {
  std::string item;
  std::optional<std::string> rule;
  std::optional<Stance> stance;
};
BOOST_DESCRIBE_STRUCT(Expected, (), (item, rule, stance))
constexpr auto notes_of(reflect::Of<Expected>) {
  using reflect::Note;
  return reflect::Notes{Note<&Expected::item>{.text = "A title."},
                        Note<&Expected::rule>{.text = "The rule that takes it."},
                        Note<&Expected::stance>{.text = "Whether it takes it for certain."}};
}

struct ItemTests {
  std::vector<Expected> expect;
};
BOOST_DESCRIBE_STRUCT(ItemTests, (), (expect))
constexpr auto notes_of(reflect::Of<ItemTests>) {
  return reflect::Notes{reflect::Note<&ItemTests::expect>{.text = "What is expected."}};
}

}  // namespace

TEST_CASE("expectations of another subject are held against its rules") {
  auto const plan = plan_of(
      "{exclude: {tags: [never]}, rules: [{name: big, size: {min: 1000}, unknown: review}, "
      "{name: old, year: {max: 1980}}]}");
  auto const tests = derive::decode<ItemTests>(
      document::read_yaml("expect:\n"
                          "  - {item: Stalker, rule: big, stance: takes}\n"
                          "  - {item: Mirror, rule: big}\n"
                          "  - {item: Nostalghia, rule: old, stance: takes}\n",
                          "tests.yaml")
          .value);
  Coverage coverage;
  std::vector<std::string> said;
  for (auto const& expected : tests.value.expect) {
    auto const items = some();
    auto const item = std::find_if(items.begin(), items.end(),
                                   [&](Item const& each) { return each.title == expected.item; });
    auto const judgement = judge(plan, *item);
    auto const selection = judgement.choice.selection;
    Discrepancies found;
    found.check_selection("rule", expected.rule,
                          selection == nobody ? nullptr : &plan.selections[selection]);
    found.check("stance", expected.stance, judgement.choice.stance);
    said.push_back(found.take());
    coverage.touch(judgement.exclude, judgement.selections, selection);
  }
  CHECK(said ==
        std::vector<std::string>{"", "expected rule big, got old",
                                 "expected rule old, got big; expected stance takes, got unsure"});
  auto const untouched = coverage.untouched(plan);
  REQUIRE(untouched.size() == 1);
  CHECK(untouched[0]->path == "exclude.tags");
}

}  // namespace sievarr::filter::items

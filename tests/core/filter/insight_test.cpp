#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/explain/insight.hpp>

#include <sievarr/filter/explain/idle_rules.hpp>
#include <sievarr/filter/explain/missing_values.hpp>

#include "effort.hpp"
#include "fixtures.hpp"
#include "random.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::filter {
namespace {

struct Scene {
  explicit Scene(std::string_view yaml) : plan(fixtures::plan(yaml)) {}

  void add(std::vector<Show> const& shows) {
    for (auto const& show : shows) table.upsert(show);
  }
  Effects effects() {
    TitleHits hits(table);
    return effects_of(plan, table, judge_all(plan, table, hits), hits);
  }

  Plan plan;
  Table table;
};

bool is_wanted(Plan const& plan, Show const& show) {
  return judge(plan, show).decision.verdict != Verdict::filtered;
}

bool is_listed(Judgement const& judgement) {
  return judgement.circumstances.never || judgement.circumstances.always;
}

/// What effects_of() should find for one line, the slow way.
LineEffect slow_effect(Plan const& plan, Effects const& effects, std::size_t rule,
                       std::size_t index, std::vector<Show> const& shows) {
  auto const* line = effects[rule].lines[index].line;
  auto without = plan;
  auto& lines = rule == 0 ? without.exclude : without.selections[rule - 1].lines;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(index));
  bool const heeded = rule == 0 || plan.selections[rule - 1].mode != Mode::ignore;

  LineEffect effect{.line = line};
  for (auto const& show : shows) {
    auto const judgement = judge(plan, show);
    if (is_listed(judgement)) continue;
    auto const& answers = rule == 0 ? judgement.exclude : judgement.selections[rule - 1].lines;
    bool const rejects = rejecting(effect, rule == 0).of(answers[index].answer) == 1;
    effect.rejects += rejects ? 1 : 0;
    bool const wanted = judgement.decision.verdict != Verdict::filtered;
    effect.alone += heeded && !wanted && is_wanted(without, show) ? 1 : 0;
  }
  return effect;
}

}  // namespace

TEST_CASE("what a line does is what changes when it is taken out" * doctest::test_suite("slow")) {
  auto const last = test::rounds<std::uint64_t>(20, 60);
  for (std::uint64_t seed = 1; seed <= last; ++seed) {
    random::Dice dice(seed);
    auto const yaml = random::filter(dice);
    Scene scene(yaml);
    std::vector<Show> shows;
    for (std::int64_t id = 1; id <= 80; ++id) shows.push_back(random::show(dice, id));
    scene.add(shows);
    auto const effects = scene.effects();
    for (std::size_t rule = 0; rule < effects.size(); ++rule)
      for (std::size_t index = 0; index < effects[rule].lines.size(); ++index) {
        auto const& found = effects[rule].lines[index];
        auto const slow = slow_effect(scene.plan, effects, rule, index, shows);
        INFO(seed);
        INFO(found.line->path);
        INFO(yaml);
        CHECK(found.rejects == slow.rejects);
        CHECK(found.alone == slow.alone);
        CHECK(found.nearest.size() == std::min<std::size_t>(slow.alone, NearMisses::most));
      }
  }
}

TEST_CASE("the funnel loses no show") {
  for (std::uint64_t seed = 100; seed <= 140; ++seed) {
    random::Dice dice(seed);
    Scene scene(random::filter(dice));
    for (std::int64_t id = 1; id <= 80; ++id) scene.add({random::show(dice, id)});
    for (auto const& rule : scene.effects()) {
      auto left = rule.asked;
      for (auto const& line : rule.lines) left -= line.first;
      CHECK(left == rule.passed + rule.unsure);
      CHECK(rule.decided <= rule.passed + rule.unsure);
    }
  }
}

TEST_CASE("near misses are listed from the most popular on, and only so many") {
  Scene scene("selections: [{types: [News], languages: [English]}]");
  for (std::int64_t id = 1; id <= 50; ++id)
    scene.add({{.id = id, .title = "Show", .type = "News", .weight = static_cast<int>(id % 40)}});
  auto const effects = scene.effects();
  auto const& languages = effects[1].lines[1];

  CHECK(languages.alone == 50);
  CHECK(languages.nearest.size() == 20);
  CHECK(scene.table.ids()[languages.nearest[0]] == 39);
  CHECK(scene.table.ids()[languages.nearest[1]] == 38);
  CHECK(effects[1].lines[0].alone == 0);
}

TEST_CASE("shows that are gone or listed are no part of it") {
  Scene scene("{always: [\"tvmaze:1\"], never: [\"tvmaze:2\"], selections: [{types: [News]}]}");
  for (std::int64_t id = 1; id <= 4; ++id) scene.add({{.id = id, .title = "A", .type = "Reality"}});
  scene.table.remove(3);
  auto const effects = scene.effects();

  CHECK(effects[1].asked == 1);
  CHECK(effects[1].lines[0].rejects == 1);
  CHECK(effects[1].lines[0].alone == 1);
}

namespace {

std::string judged_config(std::string_view yaml, std::vector<Show> const& shows) {
  auto const document = document::read_yaml(yaml, "config.yaml");
  Scene scene(yaml);
  scene.add(shows);
  TitleHits hits(scene.table);
  auto problems = idle_rules(scene.effects(), Shows::nouns);
  append(problems, missing_values(scene.plan, scene.table, hits, &document.value));
  std::string text;
  for (auto const& problem : problems) {
    text += to_text(problem);
    for (auto const& edit : problem.fix)
      text += " [" + std::string{yaml.substr(edit.begin, edit.end - edit.begin)} + " -> " +
              edit.text + "]";
    text += "\n";
  }
  return text;
}

std::vector<Show> three_shows() {
  return {{.id = 1,
           .title = "Dark",
           .tvdb_id = 1,
           .type = "Scripted",
           .language = "German",
           .country = "DE",
           .network = "Netflix",
           .genres = {"Drama", "Science-Fiction"}},
          {.id = 2,
           .title = "Severance",
           .tvdb_id = 2,
           .type = "Scripted",
           .language = "English",
           .country = "US",
           .genres = {"Science-Fiction"}},
          {.id = 3,
           .title = "News",
           .tvdb_id = 3,
           .type = "News",
           .language = "English",
           .country = "US"}};
}

}  // namespace

TEST_CASE("values that no show has are told where they stand, with what was meant") {
  CHECK(judged_config("selections:\n  - {languages: [Englich, German]}\n", three_shows()) ==
        "config.yaml:2:18: warning: selections[0].languages: no show has the language \"Englich\", "
        "did you mean \"English\" (2 shows)? [Englich -> English]\n");
  CHECK(judged_config("selections: [{where: {not: {networks: {none: [Netfix]}}}}, {types: [News]}]",
                      three_shows()) ==
        "config.yaml:1:14: warning: selections[0]: takes no show: all of them fail \"where\"\n"
        "config.yaml:1:47: warning: selections[0].where.not.networks: no show has the network "
        "\"Netfix\", did you mean \"Netflix\" (1 show)? [Netfix -> Netflix]\n");
  CHECK(judged_config("selections: [{titles: [\"lost*\", dark]}]", three_shows()) ==
        "config.yaml:1:24: warning: selections[0].titles: no title fits \"lost*\"\n");
  CHECK(judged_config("selections: [{countries: [Norway, Germany]}]", three_shows()) ==
        "config.yaml:1:27: warning: selections[0].countries: no show has the country \"NO\"\n");
}

TEST_CASE("a word that there is not is told without any shows, and not a second time with them") {
  CHECK(judged_config("selections: [{genres: [Sci-Fi, Drama]}]", three_shows()) == "");
  CHECK(judged_config("selections: [{genres: [Western, Drama]}]", three_shows()) ==
        "config.yaml:1:24: warning: selections[0].genres: no show has the genre \"Western\"\n");
}

TEST_CASE("near is what misses a bound by little, and only then what is popular") {
  auto const show = [](std::int64_t id, std::optional<double> rating, std::int32_t weight,
                       char const* premiered) {
    return Show{.id = id,
                .title = "Show",
                .tvdb_id = id,
                .premiered = to_date(premiered),
                .rating = rating,
                .weight = weight};
  };
  std::vector<Show> const shows{show(1, 4, 100, "2020-01-01"),  show(2, 7.9, 1, "2020-01-01"),
                                show(3, 7.5, 50, "2020-01-01"), show(4, 7.5, 60, "2020-01-01"),
                                show(5, {}, 100, "2020-01-01"), show(6, 9, 2, "2013-05-01"),
                                show(7, 9, 1, "2018-12-31")};
  Scene scene("selections: [{rating: {min: 8}, premiered: {after: 2019}}]");
  scene.add(shows);
  auto const nearest = [&](Criterion criterion) {
    std::vector<std::int64_t> ids;
    auto effects = scene.effects();
    for (auto const row : effects[1].about(rank_of(criterion))->nearest)
      ids.push_back(scene.table.ids()[row]);
    return ids;
  };
  CHECK(nearest(Criterion::rating) == std::vector<std::int64_t>{2, 4, 3, 1, 5});
  CHECK(nearest(Criterion::premiered) == std::vector<std::int64_t>{7, 6});
}

TEST_CASE("lines and selections that do nothing are told") {
  CHECK(
      judged_config("exclude: {rating: {max: 2}}\nselections: [{types: [News]}]", three_shows()) ==
      "config.yaml:1:11: hint: exclude.rating: excludes no show\n");
  CHECK(judged_config("selections: [{types: [Scripted]}, {name: b, genres: [Drama]}]",
                      three_shows()) ==
        "config.yaml:1:35: warning: selections[1]: decides nothing: earlier selections take all "
        "its shows (1)\n");
  CHECK(judged_config("selections: [{rating: {min: 9}, types: [News]}]", three_shows()) ==
        "config.yaml:1:14: warning: selections[0]: takes no show: all of them fail \"rating\"\n");
  CHECK(judged_config("selections: [{types: [News], genres: [Drama]}]", three_shows()) ==
        "config.yaml:1:14: warning: selections[0]: takes no show: none meets all of its lines\n");
  CHECK(judged_config("selections: [{networks: [Unheard Of]}]", {}) ==
        "config.yaml:1:26: warning: selections[0].networks: no show has the network \"Unheard "
        "Of\"\n");
}

}  // namespace sievarr::filter

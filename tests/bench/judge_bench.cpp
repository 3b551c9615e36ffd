#include "measure.hpp"

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/columns/decision_hash.hpp>
#include <sievarr/filter/explain/compare_runs.hpp>
#include <sievarr/filter/explain/insight.hpp>
#include <sievarr/filter/plan/compile.hpp>
#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/sample/catalogue.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How fast a catalogue is judged: judge_bench [COUNT].
namespace sievarr::bench {
namespace {

/// Eight selections of five lines each, and lines that exclude.
constexpr std::string_view config = R"(
exclude: {genres: [Adult, Soap], types: [Game Show, Panel Show], languages: [Zulu], runtime: {max: 3}}
selections:
  - {name: prestige, genres: [Drama], types: [Scripted], languages: [English], rating: {min: 7.5}, premiered: {after: 2005}}
  - {name: crime, genres: {any: [Crime, Thriller], none: [Family]}, languages: [English, Danish, Swedish], countries: [GB, DK, SE, US], rating: {min: 7}, runtime: {min: 40}}
  - {name: anime, genres: [Anime], types: [Animation], countries: [JP], popularity: {min: 40}, premiered: {after: -10y}}
  - {name: comedy, genres: {all: [Comedy]}, types: [Scripted], status: [Running], popularity: {min: 60}, rating: {min: 6}}
  - {name: channels, networks: [HBO, Netflix, BBC One], types: [Scripted], languages: [English], rating: {min: 6.5}, ended: {after: -5y}}
  - {name: documentary, types: [Documentary], languages: [English, German], runtime: {min: 30, max: 90}, rating: {min: 8}, premiered: {after: 2000, before: today}}
  - {name: new, premiered: {after: -90d}, languages: [English], types: [Scripted], popularity: {min: 70}, genres: {none: [Romance]}, unknown: review}
  - {name: european, countries: [DE, FR, ES, IT, NO], types: [Scripted], genres: [Drama, Mystery], rating: {min: 7, max: 10}, premiered: {after: 2015}, unknown: {rating: allow}}
)";

filter::Plan plan_of(std::string_view yaml) {
  auto const document = document::read_yaml(yaml, "config.yaml");
  auto const filter = derive::decode<filter::Filter>(document.value);
  auto reading = filter::compile(filter.value, {&document.value, *to_date("2026-06-15"), {}});
  if (has_errors(document.problems) || has_errors(filter.problems) || has_errors(reading.problems))
    std::exit(1);
  return std::move(reading.value);
}

/// A catalogue that is judged over and over, as a person edits.
class Bench {
 public:
  explicit Bench(std::vector<Show> const& shows) : hits_(table_) {
    for (auto const& show : shows) table_.upsert(show);
    table_.shrink();
  }

  filter::Judged judge(filter::Plan const& plan) { return filter::judge_all(plan, table_, hits_); }

  /// From an edited text to what it changes.
  std::size_t edit(std::string_view yaml, filter::Run before) {
    auto const plan = plan_of(yaml);
    auto const judged = judge(plan);
    return compare_runs(before, {plan, judged}, table_).groups.size();
  }

  std::size_t edit_with_insight(std::string_view yaml, filter::Run before) {
    auto const plan = plan_of(yaml);
    auto const judged = judge(plan);
    auto const effects = filter::effects_of(plan, table_, judged, hits_);
    return compare_runs(before, {plan, judged}, table_).groups.size() + effects[1].lines[0].alone;
  }

  std::size_t insight(filter::Run run) {
    return filter::effects_of(run.plan, table_, run.judged, hits_)[1].lines[0].alone;
  }

  std::size_t hash(filter::Run run) {
    return filter::decision_hash(run.plan, table_, run.judged.decisions).find("0");
  }

  filter::Table const& table() const { return table_; }

 private:
  filter::Table table_;
  filter::TitleHits hits_;
};

std::string replaced(std::string_view text, std::string_view old, std::string_view now) {
  std::string edited{text};
  return edited.replace(edited.find(old), old.size(), now);
}

void print_size(Bench const& bench, filter::Judged const& judged) {
  auto const count = static_cast<double>(bench.table().size());
  std::printf(
      "%.1f bytes a show beside titles, %zu cases; add %u, review %u, filtered %u, no_tvdb %u\n",
      static_cast<double>(bench.table().bytes()) / count, judged.sorted.cases(),
      judged.counts.verdicts[0], judged.counts.verdicts[1], judged.counts.verdicts[2],
      judged.counts.verdicts[3]);
}

int run(std::size_t count) {
  auto const shows = sample::shows(1, count);
  Bench bench(shows);
  auto const plan = plan_of(config);
  auto const judged = bench.judge(plan);
  filter::Run const before{plan, judged};
  print_size(bench, judged);
  auto const looser = replaced(config, "rating: {min: 7.5}", "rating: {min: 6.5}");
  auto const with_title = replaced(config, "genres: [Anime]", "titles: [\"*dragon*\"]");
  auto const items = static_cast<double>(count);
  auto const steady = measure(
      {
          {"fill a table", [&] { return Bench(shows).table().size(); }, items, 0},
          {"read and compile a config", [&] { return plan_of(config).selections.size(); }, 1, 0},
          {"judge all", [&] { return bench.judge(plan).counts.verdicts[0] + std::size_t{0}; },
           items, 0},
          {"from an edit to what it changes", [&] { return bench.edit(looser, before); }, items, 0},
          {"the same with a title", [&] { return bench.edit(with_title, before); }, items, 0},
          {"the same with funnel and near misses",
           [&] { return bench.edit_with_insight(looser, before); }, items, 0},
          {"funnel and near misses", [&] { return bench.insight(before); }, items, 0},
          {"decision hash", [&] { return bench.hash(before); }, items, 0},
          {"judge a thousand one by one",
           [&] {
             std::size_t added = 0;
             for (std::size_t row = 0; row < std::min<std::size_t>(1000, count); ++row)
               added += filter::judge(plan, shows[row]).decision.verdict == filter::Verdict::add;
             return added;
           },
           1000, 0},
      },
      15);
  return steady ? 0 : 1;
}

}  // namespace
}  // namespace sievarr::bench

int main(int count, char** arguments) {
  return sievarr::bench::run(count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 90'000);
}

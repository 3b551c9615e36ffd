#include "measure.hpp"

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/compile.hpp>
#include <sievarr/filter/judge.hpp>
#include <sievarr/filter/judge_all.hpp>
#include <sievarr/sample/catalogue.hpp>

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

int run(std::size_t count) {
  auto const shows = sample::shows(1, count);
  filter::Table table;
  for (auto const& show : shows) table.upsert(show);
  table.shrink();
  auto const plan = plan_of(config);
  filter::TitleHits hits(table);
  auto const judged = filter::judge_all(plan, table, hits);
  std::printf(
      "%zu shows, %.1f bytes a show beside titles, %zu cases, %zu kinds, %zu genre sets, %zu "
      "network pairs, %zu runtimes, %zu strange\n",
      count, static_cast<double>(table.bytes()) / static_cast<double>(count), judged.sorted.cases(),
      table.meanings().kinds.size(), table.meanings().genres.size(),
      table.meanings().networks.size(), table.meanings().runtimes.size(), table.strange().size());
  std::printf("add %u, review %u, filtered %u, no_tvdb %u\n", judged.counts.verdicts[0],
              judged.counts.verdicts[1], judged.counts.verdicts[2], judged.counts.verdicts[3]);
  auto const items = static_cast<double>(count);
  auto const steady = measure(
      {
          {"fill a table",
           [&] {
             filter::Table fresh;
             for (auto const& show : shows) fresh.upsert(show);
             return fresh.size();
           },
           items, 0},
          {"read and compile a config", [&] { return plan_of(config).selections.size(); }, 1, 0},
          {"sort all rows", [&] { return filter::sort_rows(plan, table, hits).cases(); }, items, 0},
          {"judge all",
           [&] {
             return static_cast<std::size_t>(
                 filter::judge_all(plan, table, hits).counts.verdicts[0]);
           },
           items, 0},
          {"judge 1000 one by one",
           [&] {
             std::size_t added = 0;
             for (std::size_t row = 0; row < 1000; ++row)
               added += filter::judge(plan, shows[row]).decision.verdict == filter::Verdict::add;
             return added;
           },
           1000, 0},
      },
      21);
  return steady ? 0 : 1;
}

}  // namespace
}  // namespace sievarr::bench

int main(int count, char** arguments) {
  return sievarr::bench::run(count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 90'000);
}

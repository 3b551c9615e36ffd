#pragma once

#include <sievarr/filter/explain/insight.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What each line of a filter does to a catalogue, as people and programs read it.
namespace sievarr::report {

/// A line and how many shows it turns away.
struct FunnelLine {
  std::string rule;
  std::string line;
  std::string wanted;
  std::uint32_t rejects = 0;
  std::uint32_t first = 0;
  std::uint32_t alone = 0;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(FunnelLine, (), (rule, line, wanted, rejects, first, alone, place))

constexpr auto notes_of(reflect::Of<FunnelLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&FunnelLine::rule>{.text = "exclude, or the name of a selection."},
      Note<&FunnelLine::line>{.text = "The criterion."},
      Note<&FunnelLine::wanted>{.text = "What it asks for."},
      Note<&FunnelLine::rejects>{.text = "Shows that it turns away, whatever else does."},
      Note<&FunnelLine::first>{.text = "Shows of which it is the first to turn them away."},
      Note<&FunnelLine::alone>{.text = "Shows that would be wanted were it not there."},
      Note<&FunnelLine::place>{.text = "Where it was written: file, line and column."},
  };
}

/// A rule and how the shows that come to it leave it.
struct FunnelRule {
  std::string rule;
  std::uint32_t asked = 0;
  std::uint32_t passed = 0;
  std::uint32_t unsure = 0;
  std::uint32_t decided = 0;
};
BOOST_DESCRIBE_STRUCT(FunnelRule, (), (rule, asked, passed, unsure, decided))

constexpr auto notes_of(reflect::Of<FunnelRule>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&FunnelRule::rule>{.text = "exclude, or the name of a selection."},
      Note<&FunnelRule::asked>{.text = "Shows that come to it."},
      Note<&FunnelRule::passed>{.text = "Not excluded, or taken by the selection."},
      Note<&FunnelRule::unsure>{.text = "Only unknown values keep it from taking them."},
      Note<&FunnelRule::decided>{.text = "Passed or unsure, and no earlier selection decided."},
  };
}

/// How the shows of a catalogue run through all rules.
struct Funnel {
  std::vector<FunnelRule> rules;
  std::vector<FunnelLine> lines;
};
BOOST_DESCRIBE_STRUCT(Funnel, (), (rules, lines))

constexpr auto notes_of(reflect::Of<Funnel>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Funnel::rules>{.text = "exclude, then the selections in their order."},
      Note<&Funnel::lines>{.text = "Their lines."},
  };
}

/// A show that one line alone keeps out.
struct NearShow {
  std::string rule;
  std::string line;
  std::string wanted;
  std::int64_t id = 0;
  std::string title;
  std::string actual;
};
BOOST_DESCRIBE_STRUCT(NearShow, (), (rule, line, wanted, id, title, actual))

constexpr auto notes_of(reflect::Of<NearShow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&NearShow::rule>{.text = "exclude, or the name of the selection that would take it."},
      Note<&NearShow::line>{.text = "The criterion that keeps it out."},
      Note<&NearShow::wanted>{.text = "What that line asks for."},
      Note<&NearShow::id>{.text = "Number in TVMaze's catalogue."},
      Note<&NearShow::title>{.text = "Its title."},
      Note<&NearShow::actual>{.text = "What the show has there."},
  };
}

inline std::string name_of(filter::RuleEffect const& rule) {
  return rule.compiled ? rule.compiled->name : "exclude";
}

inline Funnel funnel_of(filter::Effects const& effects) {
  Funnel funnel;
  for (auto const& rule : effects) {
    if (!rule.compiled && rule.lines.empty()) continue;
    funnel.rules.push_back({name_of(rule), rule.asked, rule.passed, rule.unsure, rule.decided});
    for (auto const& effect : rule.lines)
      funnel.lines.push_back({.rule = name_of(rule),
                              .line = std::string{effect.line->criterion->name},
                              .wanted = filter::wanted(*effect.line),
                              .rejects = effect.rejects,
                              .first = effect.first,
                              .alone = effect.alone,
                              .place = to_text(effect.line->place)});
  }
  return funnel;
}

/// The shows that each line alone keeps out, those first that miss it least.
inline std::vector<NearShow> near_shows(filter::Effects const& effects,
                                        filter::Table const& table) {
  std::vector<NearShow> shows;
  for (auto const& rule : effects)
    for (auto const& effect : rule.lines)
      for (auto const row : effect.nearest) {
        auto const show = table.at(row);
        shows.push_back({.rule = name_of(rule),
                         .line = std::string{effect.line->criterion->name},
                         .wanted = filter::wanted(*effect.line),
                         .id = show.id,
                         .title = show.title,
                         .actual = filter::actual(*effect.line->criterion,
                                                  filter::facts_of<filter::Shows>(show))});
      }
  return shows;
}

}  // namespace sievarr::report

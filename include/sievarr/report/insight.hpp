#pragma once

#include <sievarr/filter/plan/parts.hpp>
#include <sievarr/report/funnel.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace sievarr::report {

/// A show that one line alone keeps out.
struct NearRow {
  std::uint32_t row = 0;
  std::int64_t id = 0;
  std::string title;
  std::string actual;
};
BOOST_DESCRIBE_STRUCT(NearRow, (), (row, id, title, actual))

constexpr auto notes_of(reflect::Of<NearRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&NearRow::row>{.text = "Its row in the catalogue."},
      Note<&NearRow::id>{.text = "Number in TVMaze's catalogue."},
      Note<&NearRow::title>{.text = "Its title."},
      Note<&NearRow::actual>{.text = "What it has where the line looks."},
  };
}

/// A line of the filter and what it does to the catalogue.
struct PartEffect {
  std::uint32_t part = 0;
  std::uint32_t rejects = 0;
  std::uint32_t first = 0;
  std::uint32_t alone = 0;
  std::vector<NearRow> nearest;
};
BOOST_DESCRIBE_STRUCT(PartEffect, (), (part, rejects, first, alone, nearest))

constexpr auto notes_of(reflect::Of<PartEffect>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PartEffect::part>{.text = "The number of the line among the parts of the filter."},
      Note<&PartEffect::rejects>{.text = "Shows that it turns away, whatever else does."},
      Note<&PartEffect::first>{.text = "Shows of which it is the first to turn them away."},
      Note<&PartEffect::alone>{.text = "Shows that would be wanted were it not there."},
      Note<&PartEffect::nearest>{.text = "Those of them that miss it least."},
  };
}

/// What the filter does to the catalogue, rule by rule and line by line.
struct Insight {
  std::vector<FunnelRule> rules;
  std::vector<PartEffect> lines;
};
BOOST_DESCRIBE_STRUCT(Insight, (), (rules, lines))

constexpr auto notes_of(reflect::Of<Insight>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Insight::rules>{.text = "exclude, then the selections in their order."},
      Note<&Insight::lines>{.text = "Their lines."},
  };
}

inline std::vector<NearRow> near_rows(filter::LineEffect const& effect,
                                      filter::Table const& table) {
  std::vector<NearRow> rows;
  for (auto const row : effect.nearest) {
    auto const show = table.at(row);
    rows.push_back(
        {row, show.id, show.title,
         filter::actual(*effect.line->criterion, filter::facts_of<filter::Shows>(show))});
  }
  return rows;
}

inline Insight insight_of(filter::Effects const& effects, filter::Plan const& plan,
                          filter::Table const& table) {
  Insight insight{.rules = funnel_of(effects).rules, .lines = {}};
  std::uint32_t number = 0;
  for (auto const& part : filter::Parts(plan)) {
    for (auto const& rule : effects)
      for (auto const& effect : rule.lines)
        if (effect.line == part.line)
          insight.lines.push_back({.part = number,
                                   .rejects = effect.rejects,
                                   .first = effect.first,
                                   .alone = effect.alone,
                                   .nearest = near_rows(effect, table)});
    ++number;
  }
  return insight;
}

}  // namespace sievarr::report

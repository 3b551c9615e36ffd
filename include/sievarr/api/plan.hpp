#pragma once

#include <sievarr/adding/plan_report.hpp>
#include <sievarr/api/list.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Plans: the one that is worked out now, and the last one that there is, line by line.
namespace sievarr::api {

/// Which plan is asked for.
BOOST_DEFINE_ENUM_CLASS(PlanFrom, now, last)

struct PlanQuery {
  PlanFrom from = PlanFrom::now;
};
BOOST_DESCRIBE_STRUCT(PlanQuery, (), (from))

constexpr auto notes_of(reflect::Of<PlanQuery>) {
  return reflect::Notes{reflect::Note<&PlanQuery::from>{
      .text = "now, which asks each Sonarr, or last: what was worked out last, without asking "
              "anybody and without what was added since.",
      .example = "last"}};
}

/// What a plan does with a show.
BOOST_DEFINE_ENUM_CLASS(PlanStep, add, wait, settled, refused)

/// A show in a plan.
struct PlanLine {
  std::int64_t show_id = 0;
  std::string title;
  PlanStep step = PlanStep::wait;
  std::optional<std::int64_t> position = {};
  std::optional<adding::Cause> cause = {};
  std::optional<std::string> selection = {};
  std::optional<std::string> instance = {};
  std::string words = {};

  bool operator==(PlanLine const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanLine, (),
                      (show_id, title, step, position, cause, selection, instance, words))

constexpr auto notes_of(reflect::Of<PlanLine>) {
  using reflect::Note;
  using L = PlanLine;
  return reflect::Notes{
      Note<&L::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&L::title>{.text = "Its title.", .example = "Severance"},
      Note<&L::step>{.text = "Whether it is added, waits, needs no adding, or was refused before.",
                     .example = "wait"},
      Note<&L::position>{.text = "Its place among those that are added, and behind them among "
                                 "those that wait for nothing but their turn.",
                         .example = "9"},
      Note<&L::cause>{.text = "Why it waits, in one word.", .example = "cap"},
      Note<&L::selection>{.text = "The selection that wants it.", .example = "prestige"},
      Note<&L::instance>{.text = "The instance that it goes to.", .example = "sonarr"},
      Note<&L::words>{.text = "Why it waits or was refused, in a sentence."},
  };
}

/// Some of the lines of the last plan.
struct PlanLines {
  Instant made = {};
  std::vector<PlanLine> lines;
  std::map<std::string, std::int64_t> counts;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(PlanLines, (), (made, lines, counts, total, next))

constexpr auto notes_of(reflect::Of<PlanLines>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PlanLines::made>{.text = "When the plan was worked out."},
      Note<&PlanLines::lines>{.text = "The shows, in the order that was asked for."},
      Note<&PlanLines::counts>{
          .text = "How many shows of the whole plan wait for each cause; and how many of the "
                  "others there are of each step."},
      Note<&PlanLines::total>{.text = "How many there are, with those of other pages."},
      Note<&PlanLines::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

/// A plan line by line: what is added first, then what waits.
inline std::vector<PlanLine> plan_lines(adding::PlanReport const& plan) {
  std::vector<PlanLine> lines;
  std::int64_t place = 0;
  for (auto const& add : plan.proposal.adds)
    lines.push_back({.show_id = add.show_id,
                     .title = add.title,
                     .step = PlanStep::add,
                     .position = ++place,
                     .selection = add.selection,
                     .instance = add.route.instance});
  for (auto const& wait : plan.proposal.waiting) {
    lines.push_back({.show_id = wait.show_id,
                     .title = wait.title,
                     .cause = wait.cause,
                     .selection = wait.selection,
                     .instance = wait.instance,
                     .words = wait.words});
    if (wait.cause == adding::Cause::cap) lines.back().position = ++place;
  }
  for (auto const& finding : plan.proposal.findings)
    lines.push_back({.show_id = finding.show_id,
                     .title = finding.title,
                     .step = PlanStep::settled,
                     .instance = finding.instance});
  for (auto const& refused : plan.refused)
    lines.push_back({.show_id = refused.show_id,
                     .title = refused.title,
                     .step = PlanStep::refused,
                     .instance = refused.instance,
                     .words = refused.words});
  return lines;
}

/// How many lines there are of each cause, and of each step that has none.
inline std::map<std::string, std::int64_t> plan_counts(std::vector<PlanLine> const& lines) {
  std::map<std::string, std::int64_t> counts;
  for (auto const& line : lines)
    ++counts[line.cause ? reflect::word_of(*line.cause) : reflect::word_of(line.step)];
  return counts;
}

}  // namespace sievarr::api

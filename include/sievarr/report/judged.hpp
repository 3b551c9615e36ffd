#pragma once

#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/plan/judged_show.hpp>
#include <sievarr/filter/plan/short_reason.hpp>
#include <sievarr/report/funnel.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::report {

/// A verdict as programs read it, in a line of its own.
struct JudgedLine {
  int sievarr_judge = 1;
  filter::JudgedShow show;
};
BOOST_DESCRIBE_STRUCT(JudgedLine, (), (sievarr_judge, show))

constexpr auto notes_of(reflect::Of<JudgedLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgedLine::sievarr_judge>{.text = "Version of this format."},
      Note<&JudgedLine::show>{.spread = true},
  };
}

/// A verdict as people read it in a table.
struct JudgedRow {
  std::int64_t id = 0;
  std::string title;
  filter::Verdict verdict = filter::Verdict::filtered;
  std::string place;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(JudgedRow, (), (id, title, verdict, place, reason))

constexpr auto notes_of(reflect::Of<JudgedRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgedRow::id>{.text = "Number in TVMaze's catalogue.", .key = true},
      Note<&JudgedRow::title>{.text = "Its title."},
      Note<&JudgedRow::verdict>{.text = "What becomes of it."},
      Note<&JudgedRow::place>{.text = "The line or selection that decided."},
      Note<&JudgedRow::reason>{.text = "Why, in a few words."},
  };
}

/// Judges a show into a line of that table.
inline JudgedRow judged_row(filter::Plan const& plan, Show const& show) {
  auto const facts = filter::facts_of<filter::Shows>(show);
  auto const judgement = filter::judge(plan, show, facts);
  JudgedRow row{.id = show.id,
                .title = show.title,
                .verdict = judgement.decision.verdict,
                .reason = filter::short_reason(judgement, facts)};
  if (auto const* const place = filter::short_place(judgement)) row.place = to_text(*place);
  return row;
}

using Tally = std::map<std::string, std::uint32_t>;

/// How many shows got which answer, by name.
struct CountReport {
  std::size_t shows = 0;
  Tally verdicts;
  Tally categories;
  std::map<std::string, Tally> selections;
};
BOOST_DESCRIBE_STRUCT(CountReport, (), (shows, verdicts, categories, selections))

constexpr auto notes_of(reflect::Of<CountReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&CountReport::shows>{.text = "How many shows there are."},
      Note<&CountReport::verdicts>{.text = "How many got each verdict."},
      Note<&CountReport::categories>{.text = "How many were left out for each reason."},
      Note<&CountReport::selections>{.text = "How many each selection decided, by verdict."},
  };
}

/// A whole catalogue judged, in short.
struct JudgeSummary {
  int sievarr_judge = 1;
  std::string today;
  std::string filter_hash;
  std::string decision_hash;
  CountReport counts;
  std::optional<Funnel> funnel;
  std::optional<std::vector<NearShow>> near;
};
BOOST_DESCRIBE_STRUCT(JudgeSummary, (),
                      (sievarr_judge, today, filter_hash, decision_hash, counts, funnel, near))

constexpr auto notes_of(reflect::Of<JudgeSummary>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgeSummary::sievarr_judge>{.text = "Version of this format."},
      Note<&JudgeSummary::today>{.text = "The day from which relative days were counted."},
      Note<&JudgeSummary::filter_hash>{.text = "Equal for filters that say the same."},
      Note<&JudgeSummary::decision_hash>{.text = "Equal for equal verdicts and routes."},
      Note<&JudgeSummary::counts>{.text = "How many shows got which answer."},
      Note<&JudgeSummary::funnel>{.text = "What each line does, when asked for."},
      Note<&JudgeSummary::near>{.text = "Shows that one line keeps out, when asked for."},
  };
}

/// Counts with the names of what was counted.
inline CountReport count_report(filter::Counts const& counts, filter::Plan const& plan) {
  CountReport report;
  auto const tally = [](filter::VerdictCounts const& verdicts) {
    Tally counted;
    reflect::for_each_enumerator<filter::Verdict>([&](filter::Verdict each, std::string_view name) {
      if (auto const count = verdicts[static_cast<std::size_t>(each)]; count > 0)
        counted.emplace(name, count);
    });
    return counted;
  };
  report.verdicts = tally(counts.verdicts);
  for (auto const count : counts.verdicts) report.shows += count;
  reflect::for_each_enumerator<filter::Category>([&](filter::Category each, std::string_view name) {
    auto const count = counts.categories[static_cast<std::size_t>(each)];
    if (each != filter::Category::none && count > 0) report.categories.emplace(name, count);
  });
  for (std::size_t i = 0; i < plan.selections.size(); ++i)
    report.selections.emplace(plan.selections[i].name, tally(counts.selections[i]));
  return report;
}

}  // namespace sievarr::report

#pragma once

#include <sievarr/filter/plan/why.hpp>
#include <sievarr/media/show.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::filter {

/// A show and its verdict, as a line of a table.
struct JudgedShow {
  std::int64_t id = 0;
  std::string title;
  Verdict verdict = Verdict::filtered;
  std::optional<std::string> selection;
  std::optional<std::string> instance;
  std::string reason;
  std::optional<Category> category;
  std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(JudgedShow, (),
                      (id, title, verdict, selection, instance, reason, category, place))

constexpr auto notes_of(reflect::Of<JudgedShow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgedShow::id>{.text = "Number in TVMaze's catalogue.", .key = true},
      Note<&JudgedShow::title>{.text = "Its title."},
      Note<&JudgedShow::verdict>{.text = "What becomes of it."},
      Note<&JudgedShow::selection>{.text = "The selection that decided, if one did."},
      Note<&JudgedShow::instance>{.text = "The instance that it goes to, if it does."},
      Note<&JudgedShow::reason>{.text = "Why, in a sentence."},
      Note<&JudgedShow::category>{.text = "Why it is not added, in one word."},
      Note<&JudgedShow::place>{.text = "The line or selection that decided."},
  };
}

/// Judges a show into a line of a table.
inline JudgedShow judged_show(Plan const& plan, Show const& show) {
  auto const facts = facts_of<Shows>(show);
  auto const judgement = judge(plan, show, facts);
  auto const& decision = judgement.decision;
  JudgedShow row{.id = show.id,
                 .title = show.title,
                 .verdict = decision.verdict,
                 .reason = reason(judgement, facts)};
  if (decision.selection != Decision::nobody)
    row.selection = plan.selections[decision.selection].name;
  auto const& instance = plan.routes[decision.route].instance;
  if (decision.verdict != Verdict::filtered && !instance.empty()) row.instance = instance;
  if (decision.category != Category::none) row.category = decision.category;
  if (auto const* const place = deciding_place(judgement)) row.place = to_text(*place);
  return row;
}

}  // namespace sievarr::filter

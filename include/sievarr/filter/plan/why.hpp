#pragma once

#include <sievarr/filter/plan/reason.hpp>
#include <sievarr/filter/plan/why_line.hpp>
#include <sievarr/media/show.hpp>

#include <optional>
#include <string>
#include <vector>

/// A judgement with everything in words, for people and for programs.
namespace sievarr::filter {

/// One selection and what it makes of a show.
struct WhySelection {
  std::string name;
  Mode mode = Mode::add;
  Stance stance = Stance::takes;
  std::optional<Criterion> decisive;
  bool decides = false;
  std::string path;
  std::string place;
  std::vector<WhyLine> lines;
};
BOOST_DESCRIBE_STRUCT(WhySelection, (), (name, mode, stance, decisive, decides, path, place, lines))

constexpr auto notes_of(reflect::Of<WhySelection>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&WhySelection::name>{.text = "Its name."},
      Note<&WhySelection::mode>{.text = "What it does with the shows that it takes."},
      Note<&WhySelection::stance>{.text = "Whether it takes the show, fails, or is unsure."},
      Note<&WhySelection::decisive>{.text = "The line that is named where it fails."},
      Note<&WhySelection::decides>{.text = "Whether the verdict is its own."},
      Note<&WhySelection::path>{.text = "Where it stands in the config, as a path."},
      Note<&WhySelection::place>{.text = "Where it was written: file, line and column."},
      Note<&WhySelection::lines>{.text = "Its lines, all of them asked."},
  };
}

/// Everything behind the verdict on one show.
struct Why {
  Show show;
  Verdict verdict = Verdict::filtered;
  std::optional<Category> category;
  std::string reason;
  std::optional<std::string> place;
  std::string today;
  bool never = false;
  bool always = false;
  std::vector<WhyLine> exclude;
  std::vector<WhySelection> selections;
  std::optional<target::Target> route;
};
BOOST_DESCRIBE_STRUCT(Why, (),
                      (show, verdict, category, reason, place, today, never, always, exclude,
                       selections, route))

constexpr auto notes_of(reflect::Of<Why>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Why::show>{.text = "The show, as its catalogue knows it."},
      Note<&Why::verdict>{.text = "What becomes of it."},
      Note<&Why::category>{.text = "Why it is not added, in one word."},
      Note<&Why::reason>{.text = "Why, in a sentence."},
      Note<&Why::place>{.text = "The line or selection that decided."},
      Note<&Why::today>{.text = "The day from which relative days are counted."},
      Note<&Why::never>{.text = "Whether it is named in never."},
      Note<&Why::always>{.text = "Whether it is named in always."},
      Note<&Why::exclude>{.text = "The lines of exclude; a yes rejects the show."},
      Note<&Why::selections>{.text = "Every selection, in the order in which they are asked."},
      Note<&Why::route>{.text = "Where it goes and how, if it does."},
  };
}

inline WhySelection why(SieveAnswer const& answer, Facts const& facts) {
  WhySelection told{.name = answer.compiled->name,
                    .mode = answer.compiled->mode,
                    .stance = answer.opinion.stance,
                    .path = answer.compiled->path,
                    .place = to_text(answer.compiled->place),
                    .lines = why(answer.lines, facts, Within::selection)};
  if (told.stance == Stance::fails) told.decisive = criterion_of(answer.opinion.decisive);
  return told;
}

/// Judges a show and says why in words.
inline Why why(Plan const& plan, Show const& show) {
  auto const facts = facts_of<Shows>(show);
  auto const judgement = judge(plan, show, facts);
  auto const& decision = judgement.decision;
  Why told{.show = show,
           .verdict = decision.verdict,
           .reason = reason(judgement, facts),
           .today = to_text(plan.today),
           .never = judgement.circumstances.never,
           .always = judgement.circumstances.always,
           .exclude = why(judgement.exclude, facts, Within::exclude)};
  if (decision.category != Category::none) told.category = decision.category;
  if (auto const* const place = deciding_place(judgement)) told.place = to_text(*place);
  for (auto const& selection : judgement.selections)
    told.selections.push_back(why(selection, facts));
  if (decision.selection < told.selections.size())
    told.selections[decision.selection].decides = true;
  if (decision.verdict != Verdict::filtered) told.route = plan.routes[decision.route];
  return told;
}

}  // namespace sievarr::filter

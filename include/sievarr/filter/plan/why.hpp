#pragma once

#include <sievarr/filter/plan/reason.hpp>
#include <sievarr/media/show.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A judgement with everything in words, for people and for programs.
namespace sievarr::filter {

/// One line of a rule and what a show answers to it.
struct WhyLine {
  std::string line;
  Answer answer = Answer::unknown;
  std::string wanted;
  std::optional<std::string> actual;
  std::optional<UnknownPolicy> unknown;
  std::string path;
  std::string place;
  std::vector<WhyLine> branches;
};
BOOST_DESCRIBE_STRUCT(WhyLine, (), (line, answer, wanted, actual, unknown, path, place, branches))

constexpr auto notes_of(reflect::Of<WhyLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&WhyLine::line>{.text = "The criterion; any, all or not for a branch of where."},
      Note<&WhyLine::answer>{.text = "Whether the show meets it."},
      Note<&WhyLine::wanted>{.text = "What the line asks for."},
      Note<&WhyLine::actual>{.text = "What the show has there; absent for a branch of where."},
      Note<&WhyLine::unknown>{.text = "What becomes of the show where the answer is unknown."},
      Note<&WhyLine::path>{.text = "Where it stands in the config, as a path."},
      Note<&WhyLine::place>{.text = "Where it was written: file, line and column."},
      Note<&WhyLine::branches>{.text = "The conditions below one of where."},
  };
}

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

/// The line or selection that decided; none where no line and no selection did.
inline Place const* deciding_place(Judgement const& judgement) {
  auto const& decision = judgement.decision;
  if (auto const* const line = deciding_line(judgement)) return &line->line->place;
  if (judgement.circumstances.never || decision.selection == Decision::nobody) return nullptr;
  return &judgement.selections[decision.selection].compiled->place;
}

/// What a branch of where is called.
inline std::string name_of(Tree::Kind kind) {
  if (kind == Tree::Kind::not_) return "not";
  return kind == Tree::Kind::any ? "any" : "all";
}

enum class Within : std::uint8_t { exclude, selection, where };

inline WhyLine why(LineAnswer const& answer, Show const& show, Within within) {
  auto const& line = *answer.line;
  auto const* const tree = std::get_if<Tree>(&line.test);
  bool const branch = tree && within == Within::where;
  WhyLine told{.line = branch ? name_of(tree->kind) : std::string{name_of(line.criterion)},
               .answer = answer.answer,
               .wanted = wanted(line),
               .path = line.path,
               .place = to_text(line.place)};
  if (!tree) told.actual = actual(line.criterion, show);
  if (within == Within::selection && answer.answer == Answer::unknown) told.unknown = line.unknown;
  for (auto const& each : answer.branches) told.branches.push_back(why(each, show, Within::where));
  return told;
}

inline std::vector<WhyLine> why(std::vector<LineAnswer> const& answers, Show const& show,
                                Within within) {
  std::vector<WhyLine> lines;
  for (auto const& answer : answers) lines.push_back(why(answer, show, within));
  return lines;
}

inline WhySelection why(SieveAnswer const& answer, Show const& show) {
  WhySelection told{.name = answer.compiled->name,
                    .mode = answer.compiled->mode,
                    .stance = answer.opinion.stance,
                    .path = answer.compiled->path,
                    .place = to_text(answer.compiled->place),
                    .lines = why(answer.lines, show, Within::selection)};
  if (told.stance == Stance::fails) told.decisive = answer.opinion.decisive;
  return told;
}

/// Judges a show and says why in words.
inline Why why(Plan const& plan, Show const& show) {
  auto const judgement = judge(plan, show);
  auto const& decision = judgement.decision;
  Why told{.show = show,
           .verdict = decision.verdict,
           .reason = reason(judgement, show),
           .today = to_text(plan.today),
           .never = judgement.circumstances.never,
           .always = judgement.circumstances.always,
           .exclude = why(judgement.exclude, show, Within::exclude)};
  if (decision.category != Category::none) told.category = decision.category;
  if (auto const* const place = deciding_place(judgement)) told.place = to_text(*place);
  for (auto const& selection : judgement.selections)
    told.selections.push_back(why(selection, show));
  if (decision.selection < told.selections.size())
    told.selections[decision.selection].decides = true;
  if (decision.verdict != Verdict::filtered) told.route = plan.routes[decision.route];
  return told;
}

}  // namespace sievarr::filter

#pragma once

#include <sievarr/filter/plan/answers.hpp>
#include <sievarr/filter/plan/gap.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The lines of a judgement with everything in words, for people and for programs.
namespace sievarr::filter {

/// One line of a rule and what a row answers to it.
struct WhyLine {
  std::string line;
  Answer answer = Answer::unknown;
  std::string wanted;
  std::optional<std::string> actual;
  std::optional<std::string> misses_by;
  std::optional<UnknownPolicy> unknown;
  std::string path;
  std::string place;
  std::vector<WhyLine> branches;
};
BOOST_DESCRIBE_STRUCT(WhyLine, (),
                      (line, answer, wanted, actual, misses_by, unknown, path, place, branches))

constexpr auto notes_of(reflect::Of<WhyLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&WhyLine::line>{.text = "The criterion; any, all or not for a branch of where."},
      Note<&WhyLine::answer>{.text = "Whether the show meets it."},
      Note<&WhyLine::wanted>{.text = "What the line asks for."},
      Note<&WhyLine::actual>{.text = "What the show has there; absent for a branch of where."},
      Note<&WhyLine::misses_by>{
          .text = "How far that is from the bound that it misses, a number or a time.",
          .example = "0.1"},
      Note<&WhyLine::unknown>{.text = "What becomes of the show where the answer is unknown."},
      Note<&WhyLine::path>{.text = "Where it stands in the config, as a path."},
      Note<&WhyLine::place>{.text = "Where it was written: file, line and column."},
      Note<&WhyLine::branches>{.text = "The conditions below one of where."},
  };
}

/// What a branch of where is called.
inline std::string name_of(Tree::Kind kind) {
  if (kind == Tree::Kind::not_) return "not";
  return kind == Tree::Kind::any ? "any" : "all";
}

enum class Within : std::uint8_t { exclude, selection, where };

inline WhyLine why(LineAnswer const& answer, Facts const& facts, Within within) {
  auto const& line = *answer.line;
  auto const* const tree = std::get_if<Tree>(&line.test);
  bool const branch = tree && within == Within::where;
  WhyLine told{.line = branch ? name_of(tree->kind) : std::string{line.criterion->name},
               .answer = answer.answer,
               .wanted = wanted(line),
               .path = line.path,
               .place = to_text(line.place)};
  if (!tree) told.actual = actual(*line.criterion, facts);
  if (within == Within::selection) told.misses_by = gap_words(line, facts[index_of(rank_of(line))]);
  if (within == Within::selection && answer.answer == Answer::unknown) told.unknown = line.unknown;
  for (auto const& each : answer.branches) told.branches.push_back(why(each, facts, Within::where));
  return told;
}

inline std::vector<WhyLine> why(std::vector<LineAnswer> const& answers, Facts const& facts,
                                Within within) {
  std::vector<WhyLine> lines;
  for (auto const& answer : answers) lines.push_back(why(answer, facts, within));
  return lines;
}

}  // namespace sievarr::filter

#pragma once

#include <sievarr/filter/plan/rules.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

/// What the lines of rules say about one row of whatever subject. Nothing is short-circuited.
namespace sievarr::filter {

/// Where a selection stands on a row: a line says no, a line cannot tell, or all say yes.
BOOST_DEFINE_ENUM_CLASS(Stance, fails, unsure, takes)

/// A selection's stance and, where it fails, the line that is named for it.
struct Opinion {
  Stance stance = Stance::takes;
  Rank decisive{};
};

/// What one line says about one row, with what each branch of a `where` says below it.
struct LineAnswer {
  Line const* line = nullptr;
  Answer answer = Answer::unknown;
  std::vector<LineAnswer> branches;
};

/// What one selection says about one row.
struct SieveAnswer {
  CompiledSelection const* compiled = nullptr;
  Opinion opinion;
  std::vector<LineAnswer> lines;
};

inline LineAnswer explain(Line const& line, Facts const& facts) {
  LineAnswer answer{.line = &line, .answer = Answer::unknown, .branches = {}};
  auto const* tree = std::get_if<Tree>(&line.test);
  if (!tree) {
    answer.answer = ask(line, facts);
    return answer;
  }
  std::vector<Answer> answers;
  for (auto const& branch : tree->branches) {
    answer.branches.push_back(explain(branch, facts));
    answers.push_back(answer.branches.back().answer);
  }
  answer.answer = combined(tree->kind, answers);
  return answer;
}

inline std::vector<LineAnswer> explain(std::span<Line const> lines, Facts const& facts) {
  std::vector<LineAnswer> answers;
  for (auto const& line : lines) answers.push_back(explain(line, facts));
  return answers;
}

/// The first line that says no decides, else the first that cannot tell and is denied; else one
/// that cannot tell asks for a review; else the selection takes the row.
inline Opinion opinion_of(std::span<LineAnswer const> answers) {
  auto const first = [&](auto matches) {
    return std::find_if(answers.begin(), answers.end(), matches);
  };
  auto const unknown_under = [](UnknownPolicy policy) {
    return [policy](LineAnswer const& each) {
      return each.answer == Answer::unknown && each.line->unknown == policy;
    };
  };
  auto const refuses = first([](auto const& each) { return each.answer == Answer::no; });
  if (refuses != answers.end()) return {Stance::fails, rank_of(*refuses->line)};
  auto const denied = first(unknown_under(UnknownPolicy::deny));
  if (denied != answers.end()) return {Stance::fails, rank_of(*denied->line)};
  bool const unsure = first(unknown_under(UnknownPolicy::review)) != answers.end();
  return {unsure ? Stance::unsure : Stance::takes, {}};
}

/// What all selections say, in their order.
inline std::vector<SieveAnswer> explain(std::span<CompiledSelection const> selections,
                                        Facts const& facts) {
  std::vector<SieveAnswer> answers;
  for (auto const& compiled : selections) {
    auto lines = explain(std::span{compiled.lines}, facts);
    auto const opinion = opinion_of(lines);
    answers.push_back({&compiled, opinion, std::move(lines)});
  }
  return answers;
}

/// The first line of `exclude` that a row meets; none where it meets none.
inline LineAnswer const* excluding_line(std::span<LineAnswer const> exclude) {
  for (auto const& answer : exclude)
    if (answer.answer == Answer::yes) return &answer;
  return nullptr;
}

/// The line that decided against a row in one selection; none where no line did.
inline LineAnswer const* decisive_line(SieveAnswer const& compiled) {
  if (compiled.opinion.stance == Stance::takes) return nullptr;
  bool const fails = compiled.opinion.stance == Stance::fails;
  for (auto const& answer : compiled.lines) {
    bool const named = rank_of(*answer.line) == compiled.opinion.decisive;
    bool const unsure =
        answer.answer == Answer::unknown && answer.line->unknown == UnknownPolicy::review;
    if (fails ? named : unsure) return &answer;
  }
  return nullptr;
}

}  // namespace sievarr::filter

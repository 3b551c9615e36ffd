#pragma once

#include <sievarr/filter/plan/facts.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/filter/plan/verdict.hpp>
#include <sievarr/media/show.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// What one line says about one show, with what each branch of a `where` says below it.
struct LineAnswer {
  Line const* line = nullptr;
  Answer answer = Answer::unknown;
  std::vector<LineAnswer> branches;
};

/// What one selection says about one show.
struct SieveAnswer {
  CompiledSelection const* compiled = nullptr;
  Opinion opinion;
  std::vector<LineAnswer> lines;
};

/// Everything that was asked about one show, and what came of it. Nothing is short-circuited. It
/// points into the plan that judged.
struct Judgement {
  Decision decision;
  Circumstances circumstances;
  std::vector<LineAnswer> exclude;
  std::vector<SieveAnswer> selections;
};

/// Whether tt0944947 is a number, however many zeros it has.
inline bool same_imdb(std::string_view imdb_id, std::int64_t number) {
  return imdb_id.starts_with("tt") && to_integer(imdb_id.substr(2)) == number;
}

/// Whether a list of references names a show.
inline bool names(std::span<value::ShowRef const> refs, Show const& show) {
  return std::any_of(refs.begin(), refs.end(), [&](value::ShowRef const& ref) {
    switch (ref.catalogue()) {
      case value::ShowRef::Catalogue::tvmaze: return show.id == ref.number();
      case value::ShowRef::Catalogue::tvdb: return show.tvdb_id == ref.number();
      default: return show.imdb_id && same_imdb(*show.imdb_id, ref.number());
    }
  });
}

inline Circumstances circumstances_of(Plan const& plan, Show const& show) {
  return {.never = names(plan.never, show),
          .always = names(plan.always, show),
          .has_tvdb = show.tvdb_id.has_value()};
}

inline LineAnswer explain(Line const& line, Show const& show) {
  LineAnswer answer{.line = &line, .answer = Answer::unknown, .branches = {}};
  auto const* tree = std::get_if<Tree>(&line.test);
  if (!tree) {
    answer.answer = ask(line, show);
    return answer;
  }
  std::vector<Answer> answers;
  for (auto const& branch : tree->branches) {
    answer.branches.push_back(explain(branch, show));
    answers.push_back(answer.branches.back().answer);
  }
  answer.answer = combined(tree->kind, answers);
  return answer;
}

inline std::vector<LineAnswer> explain(std::span<Line const> lines, Show const& show) {
  std::vector<LineAnswer> answers;
  for (auto const& line : lines) answers.push_back(explain(line, show));
  return answers;
}

/// The first line that says no decides, else the first that cannot tell and is denied; else one
/// that cannot tell asks for a review; else the selection takes the show.
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
  if (refuses != answers.end()) return {Stance::fails, refuses->line->criterion};
  auto const denied = first(unknown_under(UnknownPolicy::deny));
  if (denied != answers.end()) return {Stance::fails, denied->line->criterion};
  bool const unsure = first(unknown_under(UnknownPolicy::review)) != answers.end();
  return {unsure ? Stance::unsure : Stance::takes, {}};
}

/// Asks every line about one show.
inline Judgement judge(Plan const& plan, Show const& show) {
  Judgement judgement{.decision = {},
                      .circumstances = circumstances_of(plan, show),
                      .exclude = explain(plan.exclude, show),
                      .selections = {}};
  std::optional<Criterion> excluded_by;
  for (auto const& answer : judgement.exclude)
    if (answer.answer == Answer::yes && !excluded_by) excluded_by = answer.line->criterion;

  std::vector<Opinion> opinions;
  for (auto const& compiled : plan.selections) {
    auto lines = explain(compiled.lines, show);
    opinions.push_back(opinion_of(lines));
    judgement.selections.push_back({&compiled, opinions.back(), std::move(lines)});
  }
  judgement.decision = decide(plan, judgement.circumstances, excluded_by, opinions);
  return judgement;
}

}  // namespace sievarr::filter

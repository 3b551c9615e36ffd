#pragma once

#include <sievarr/filter/plan/answers.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/filter/plan/verdict.hpp>
#include <sievarr/media/show.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sievarr::filter {

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

/// Asks every line about one show, whose facts are known.
inline Judgement judge(Plan const& plan, Show const& show, Facts const& facts) {
  Judgement judgement{.decision = {},
                      .circumstances = circumstances_of(plan, show),
                      .exclude = explain(plan.exclude, facts),
                      .selections = explain(plan.selections, facts)};
  std::optional<Rank> excluded_by;
  if (auto const* const answer = excluding_line(judgement.exclude))
    excluded_by = rank_of(*answer->line);
  std::vector<Opinion> opinions;
  for (auto const& selection : judgement.selections) opinions.push_back(selection.opinion);
  judgement.decision = decide(plan, judgement.circumstances, excluded_by, opinions);
  return judgement;
}

inline Judgement judge(Plan const& plan, Show const& show) {
  return judge(plan, show, facts_of<Shows>(show));
}

}  // namespace sievarr::filter

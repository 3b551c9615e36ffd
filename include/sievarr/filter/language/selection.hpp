#pragma once

#include <sievarr/filter/language/criteria.hpp>
#include <sievarr/filter/language/policy.hpp>
#include <sievarr/target/target.hpp>
#include <sievarr/value/show_ref.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sievarr::filter {

/// A named rule: a show must meet all of its lines.
struct Selection {
  std::optional<std::string> name;
  Mode mode = Mode::add;
  Unknown unknown = UnknownPolicy::deny;
  Criteria criteria;
  target::TargetChanges sonarr;

  bool operator==(Selection const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Selection, (), (name, mode, unknown, criteria, sonarr))

constexpr auto notes_of(reflect::Of<Selection>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Selection::name>{.text = "Its name in reasons and tests; must be unique.",
                             .example = "prestige"},
      Note<&Selection::mode>{.text = "Add what it takes, ask a person first, or ignore it.",
                             .example = "review"},
      Note<&Selection::unknown>{
          .text = "What to do where a show lacks the value that a line asks for.",
          .example = "{rating: allow}"},
      Note<&Selection::criteria>{.spread = true},
      Note<&Selection::sonarr>{.text = "What is different about the series that it adds."},
  };
}

/// All that decides whether a show is wanted.
struct Filter {
  Criteria exclude;
  std::vector<Selection> selections;
  value::Set<value::ShowRef> always;
  value::Set<value::ShowRef> never;

  bool operator==(Filter const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (exclude, selections, always, never))

constexpr auto notes_of(reflect::Of<Filter>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Filter::exclude>{.text = "A show that meets any of these lines is rejected."},
      Note<&Filter::selections>{
          .text = "A show is wanted when it meets every line of one of these, asked in order.",
          .example = "- name: prestige\n  languages: [English]\n  rating: {min: 8}\n"},
      Note<&Filter::always>{.text = "Shows that are wanted whatever the rest says.",
                            .example = "[\"tvmaze:82\"]"},
      Note<&Filter::never>{.text = "Shows that are never added, whatever the rest says.",
                           .example = "[\"tvdb:121361\"]"},
  };
}

}  // namespace sievarr::filter

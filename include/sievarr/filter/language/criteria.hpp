#pragma once

#include <sievarr/filter/language/kinds.hpp>
#include <sievarr/value/bounded.hpp>

#include <string_view>

namespace sievarr::filter {

using Rating = value::Bounded<double, 0, 10>;
using Minutes = value::Bounded<int, 0, 100'000>;
using Weight = value::Bounded<int, 0, 100>;

constexpr std::string_view title_of(reflect::Of<Between<Rating>>) { return "Ratings"; }
constexpr std::string_view title_of(reflect::Of<Between<Minutes>>) { return "Runtimes"; }
constexpr std::string_view title_of(reflect::Of<Between<Weight>>) { return "Popularities"; }

/// What a show can be asked. The fields stand in the order in which they are named as reasons.
struct Criteria {
  SomeOf genres;
  OneOf<Term> types;
  OneOf<Term> languages;
  OneOf<Country> countries;
  OneOf<Term> networks;
  OneOf<Term> status;
  Days premiered;
  Days ended;
  Between<Rating> rating;
  Between<Minutes> runtime;
  Between<Weight> popularity;
  OneOf<value::Pattern> titles;
  value::Box<ConditionOf<Criteria>> where;

  bool operator==(Criteria const&) const = default;
};

using Condition = ConditionOf<Criteria>;
using AnyOf = AnyOfThese<Criteria>;
using AllOf = AllOfThese<Criteria>;
using NotOf = NotThis<Criteria>;

constexpr std::string_view title_of(reflect::Of<Condition>) { return "Condition"; }
constexpr std::string_view title_of(reflect::Of<AnyOf>) { return "AnyOf"; }
constexpr std::string_view title_of(reflect::Of<AllOf>) { return "AllOf"; }
constexpr std::string_view title_of(reflect::Of<NotOf>) { return "NotOf"; }

BOOST_DESCRIBE_STRUCT(Criteria, (),
                      (genres, types, languages, countries, networks, status, premiered, ended,
                       rating, runtime, popularity, titles, where))

constexpr auto notes_of(reflect::Of<Criteria>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Criteria::genres>{.text = "Genres; a show may have several.",
                              .example = "[Drama, Science-Fiction]"},
      Note<&Criteria::types>{.text = "Kinds of show.", .example = "[Scripted, Animation]"},
      Note<&Criteria::languages>{.text = "The main language.", .example = "[English]"},
      Note<&Criteria::countries>{
          .text = "Countries of the network, else of the web channel: ISO codes or English names.",
          .example = "[US, GB, Norway]"},
      Note<&Criteria::networks>{.text = "The network or the web channel.",
                                .example = "[HBO, Netflix]"},
      Note<&Criteria::status>{.text = "Whether more is expected.",
                              .example = "[Running, In Development]"},
      Note<&Criteria::premiered>{.text = "The day of the first episode.",
                                 .example = "{after: 2010}"},
      Note<&Criteria::ended>{.text = "The day of the last episode of a show that has ended.",
                             .example = "{after: -2y}"},
      Note<&Criteria::rating>{.text = "Mean of the viewers' votes, from 0 to 10.",
                              .example = "{min: 7.5}"},
      Note<&Criteria::runtime>{.text = "Minutes of an episode, else of an average one.",
                               .example = "{min: 20}"},
      Note<&Criteria::popularity>{.text = "The weight that TVMaze gives a show, from 0 to 100.",
                                  .example = "{min: 50}"},
      Note<&Criteria::titles>{.text = "Patterns of the whole title, with * and ?.",
                              .example = "[\"Star Trek*\"]"},
      Note<&Criteria::where>{.text = "A condition of any, all and not; its leaves are criteria.",
                             .example = "{any: [{rating: {min: 8}}, {networks: [HBO]}]}"},
  };
}

}  // namespace sievarr::filter

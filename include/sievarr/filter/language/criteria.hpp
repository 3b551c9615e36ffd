#pragma once

#include <sievarr/filter/language/country.hpp>
#include <sievarr/filter/language/day.hpp>
#include <sievarr/filter/language/term.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/box.hpp>
#include <sievarr/value/pattern.hpp>
#include <sievarr/value/set.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// Which words a show may have, where it has one at most. A bare list is `any`.
template <class T>
struct OneOf {
  value::Set<T> any;
  value::Set<T> none;

  bool operator==(OneOf const&) const = default;
  bool empty() const { return any.empty() && none.empty(); }

  BOOST_DESCRIBE_CLASS(OneOf, (), (any, none), (), ())
};

template <class T>
constexpr auto notes_of(reflect::Of<OneOf<T>>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&OneOf<T>::any>{.text = "The show has one of these."},
      Note<&OneOf<T>::none>{.text = "The show has none of these."},
  };
}
template <class T>
constexpr auto shorthand_of(reflect::Of<OneOf<T>>) {
  return &OneOf<T>::any;
}

/// Which words a show must have, where it may have several. A bare list is `any`.
struct SomeOf {
  value::Set<Term> any;
  value::Set<Term> all;
  value::Set<Term> none;

  bool operator==(SomeOf const&) const = default;
  bool empty() const { return any.empty() && all.empty() && none.empty(); }
};
BOOST_DESCRIBE_STRUCT(SomeOf, (), (any, all, none))

constexpr auto notes_of(reflect::Of<SomeOf>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SomeOf::any>{.text = "The show has at least one of these."},
      Note<&SomeOf::all>{.text = "The show has every one of these."},
      Note<&SomeOf::none>{.text = "The show has none of these."},
  };
}
constexpr auto shorthand_of(reflect::Of<SomeOf>) { return &SomeOf::any; }

/// Days from one to another, both included.
struct Days {
  std::optional<Day> after;
  std::optional<Day> before;

  bool operator==(Days const&) const = default;
  bool empty() const { return !after && !before; }
};
BOOST_DESCRIBE_STRUCT(Days, (), (after, before))

constexpr auto notes_of(reflect::Of<Days>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Days::after>{.text = "On this day or later.", .example = "2010"},
      Note<&Days::before>{.text = "On this day or earlier.", .example = "today"},
  };
}

/// Numbers from one to another, both included.
template <class T>
struct Between {
  std::optional<T> min;
  std::optional<T> max;

  bool operator==(Between const&) const = default;
  bool empty() const { return !min && !max; }

  BOOST_DESCRIBE_CLASS(Between, (), (min, max), (), ())
};

template <class T>
constexpr auto notes_of(reflect::Of<Between<T>>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Between<T>::min>{.text = "This much or more."},
      Note<&Between<T>::max>{.text = "This much or less."},
  };
}

struct Condition;

using Rating = value::Bounded<double, 0, 10>;
using Minutes = value::Bounded<int, 0, 100'000>;
using Weight = value::Bounded<int, 0, 100>;

constexpr std::string_view title_of(reflect::Of<OneOf<Term>>) { return "Words"; }
constexpr std::string_view title_of(reflect::Of<OneOf<Country>>) { return "Countries"; }
constexpr std::string_view title_of(reflect::Of<OneOf<value::Pattern>>) { return "Titles"; }
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
  value::Box<Condition> where;

  bool operator==(Criteria const&) const = default;
};

/// At least one of these must hold.
struct AnyOf {
  value::Set<Condition> any;
  bool operator==(AnyOf const&) const = default;
};

/// All of these must hold.
struct AllOf {
  value::Set<Condition> all;
  bool operator==(AllOf const&) const = default;
};

/// This must not hold.
struct NotOf {
  value::Box<Condition> not_;
  bool operator==(NotOf const&) const = default;
};

/// A tree of conditions; its leaves are criteria that must all hold.
struct Condition {
  std::variant<AnyOf, AllOf, NotOf, Criteria> alternatives;
  bool operator==(Condition const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Criteria, (),
                      (genres, types, languages, countries, networks, status, premiered, ended,
                       rating, runtime, popularity, titles, where))
BOOST_DESCRIBE_STRUCT(AnyOf, (), (any))
BOOST_DESCRIBE_STRUCT(AllOf, (), (all))
BOOST_DESCRIBE_STRUCT(NotOf, (), (not_))

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

constexpr auto notes_of(reflect::Of<AnyOf>) {
  return reflect::Notes{reflect::Note<&AnyOf::any>{.text = "At least one of these must hold."}};
}
constexpr auto notes_of(reflect::Of<AllOf>) {
  return reflect::Notes{reflect::Note<&AllOf::all>{.text = "All of these must hold."}};
}
constexpr auto notes_of(reflect::Of<NotOf>) {
  return reflect::Notes{reflect::Note<&NotOf::not_>{.text = "This must not hold."}};
}

}  // namespace sievarr::filter

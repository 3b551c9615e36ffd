#pragma once

#include <sievarr/filter/language/country.hpp>
#include <sievarr/filter/language/day.hpp>
#include <sievarr/filter/language/term.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/box.hpp>
#include <sievarr/value/pattern.hpp>
#include <sievarr/value/set.hpp>

#include <optional>
#include <string_view>
#include <variant>

/// The kinds of criteria that there are, whatever they are about.
namespace sievarr::filter {

/// Which words a row may have, where it has one at most. A bare list is `any`.
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

constexpr std::string_view title_of(reflect::Of<OneOf<Term>>) { return "Words"; }
constexpr std::string_view title_of(reflect::Of<OneOf<Country>>) { return "Countries"; }
constexpr std::string_view title_of(reflect::Of<OneOf<value::Pattern>>) { return "Titles"; }

/// Which words a row must have, where it may have several. A bare list is `any`.
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

template <class Criteria>
struct ConditionOf;

/// At least one of these must hold.
template <class Criteria>
struct AnyOfThese {
  value::Set<ConditionOf<Criteria>> any;
  bool operator==(AnyOfThese const&) const = default;

  BOOST_DESCRIBE_CLASS(AnyOfThese, (), (any), (), ())
};

/// All of these must hold.
template <class Criteria>
struct AllOfThese {
  value::Set<ConditionOf<Criteria>> all;
  bool operator==(AllOfThese const&) const = default;

  BOOST_DESCRIBE_CLASS(AllOfThese, (), (all), (), ())
};

/// This must not hold.
template <class Criteria>
struct NotThis {
  value::Box<ConditionOf<Criteria>> not_;
  bool operator==(NotThis const&) const = default;

  BOOST_DESCRIBE_CLASS(NotThis, (), (not_), (), ())
};

/// A tree of conditions; its leaves are criteria that must all hold. A subject gives each of the
/// four a title_of, by which its schema tells them from those of others.
template <class Criteria>
struct ConditionOf {
  std::variant<AnyOfThese<Criteria>, AllOfThese<Criteria>, NotThis<Criteria>, Criteria>
      alternatives;
  bool operator==(ConditionOf const&) const = default;
};

template <class Criteria>
constexpr auto notes_of(reflect::Of<AnyOfThese<Criteria>>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&AnyOfThese<Criteria>::any>{.text = "At least one of these must hold."}};
}
template <class Criteria>
constexpr auto notes_of(reflect::Of<AllOfThese<Criteria>>) {
  using reflect::Note;
  return reflect::Notes{Note<&AllOfThese<Criteria>::all>{.text = "All of these must hold."}};
}
template <class Criteria>
constexpr auto notes_of(reflect::Of<NotThis<Criteria>>) {
  using reflect::Note;
  return reflect::Notes{Note<&NotThis<Criteria>::not_>{.text = "This must not hold."}};
}

}  // namespace sievarr::filter

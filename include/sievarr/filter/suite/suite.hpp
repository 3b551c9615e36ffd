#pragma once

#include <sievarr/filter/language/selection.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/value/bounded.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What users write to test their own filters.
namespace sievarr::filter {

/// What should become of one show: of the catalogue, or made up on the spot.
struct ExpectedShow {
  std::variant<value::ShowRef, Show> show;
  std::optional<Verdict> verdict;
  std::optional<std::string> selection;
  std::optional<Category> reason;
  target::TargetChanges route;  ///< Of its tags, the show may have others as well.

  bool operator==(ExpectedShow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExpectedShow, (), (show, verdict, selection, reason, route))

constexpr auto notes_of(reflect::Of<ExpectedShow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ExpectedShow::show>{.text = "The show: its number in a catalogue, or made up here.",
                                .example = "tvmaze:44933",
                                .required = true},
      Note<&ExpectedShow::verdict>{.text = "What becomes of it.", .example = "add"},
      Note<&ExpectedShow::selection>{.text = "The selection that decides.", .example = "prestige"},
      Note<&ExpectedShow::reason>{.text = "Why it is not added.", .example = "language"},
      Note<&ExpectedShow::route>{.spread = true},
  };
}

/// Which shows are counted, and how many there should be.
struct CountOf {
  using Number = value::Bounded<std::int64_t, 0, 1'000'000'000>;

  std::optional<Verdict> verdict;
  std::optional<std::string> selection;
  std::optional<Category> reason;
  std::optional<Number> min;
  std::optional<Number> max;

  bool operator==(CountOf const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountOf, (), (verdict, selection, reason, min, max))

constexpr auto notes_of(reflect::Of<CountOf>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&CountOf::verdict>{.text = "Only shows with this verdict.", .example = "add"},
      Note<&CountOf::selection>{.text = "Only shows that this selection decides."},
      Note<&CountOf::reason>{.text = "Only shows that are not added for this reason."},
      Note<&CountOf::min>{.text = "At least so many.", .example = "1"},
      Note<&CountOf::max>{.text = "At most so many.", .example = "400"},
  };
}

/// How many shows of the catalogue there should be of some kind.
struct ExpectedCount {
  CountOf count;
  bool operator==(ExpectedCount const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExpectedCount, (), (count))

constexpr auto notes_of(reflect::Of<ExpectedCount>) {
  return reflect::Notes{reflect::Note<&ExpectedCount::count>{
      .text = "Which shows are counted, and how many there should be.", .required = true}};
}

/// The only verdicts that the catalogue should get.
struct ExpectedOnly {
  value::Set<Verdict> no_other_than;
  bool operator==(ExpectedOnly const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExpectedOnly, (), (no_other_than))

constexpr auto notes_of(reflect::Of<ExpectedOnly>) {
  return reflect::Notes{reflect::Note<&ExpectedOnly::no_other_than>{
      .text = "The only verdicts that shows of the catalogue get.",
      .example = "[add, filtered]",
      .required = true}};
}

using Expectation = std::variant<ExpectedShow, ExpectedCount, ExpectedOnly>;

/// What is expected of which shows on which day. A bare list is what is expected.
struct Tests {
  std::optional<std::variant<std::string, std::vector<Show>>> shows;
  std::optional<Date> today;
  std::vector<Expectation> expect;

  bool operator==(Tests const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tests, (), (shows, today, expect))

constexpr auto notes_of(reflect::Of<Tests>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Tests::shows>{.text = "A file of shows as seen from this one, or shows made up here.",
                          .example = "shows.ndjson"},
      Note<&Tests::today>{.text = "The day on which relative dates are resolved.",
                          .example = "2026-01-31"},
      Note<&Tests::expect>{.text = "What should become of which shows."},
  };
}
constexpr auto shorthand_of(reflect::Of<Tests>) { return &Tests::expect; }

/// A file of tests: a filter, and what is expected of it.
struct Suite {
  std::optional<std::string> config;
  std::optional<Filter> filters;
  Tests tests;

  bool operator==(Suite const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suite, (), (config, filters, tests))

constexpr auto notes_of(reflect::Of<Suite>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Suite::config>{.text = "The config that is tested, seen from this file.",
                           .example = "config.yaml"},
      Note<&Suite::filters>{.text = "The filter that is tested, where it stands in this file."},
      Note<&Suite::tests>{.spread = true},
  };
}

}  // namespace sievarr::filter

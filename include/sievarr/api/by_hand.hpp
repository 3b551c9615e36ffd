#pragma once

#include <sievarr/adding/manual_action.hpp>
#include <sievarr/api/shows.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What people decide: the queue of shows that they have to look at, and what they say about shows.
namespace sievarr::api {

/// A show that a person has to look at.
struct ReviewLine {
  Show show;
  std::optional<std::string> selection;
  std::optional<std::string> instance;
  std::string reason;
  std::optional<std::string> place;
  std::vector<filter::WhyLine> lines = {};
};
BOOST_DESCRIBE_STRUCT(ReviewLine, (), (show, selection, instance, reason, place, lines))

constexpr auto notes_of(reflect::Of<ReviewLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ReviewLine::show>{.text = "The show."},
      Note<&ReviewLine::selection>{.text = "The selection that asks."},
      Note<&ReviewLine::instance>{.text = "The instance that it would go to."},
      Note<&ReviewLine::reason>{.text = "Why it is asked, in a sentence."},
      Note<&ReviewLine::place>{.text = "The line of the config that asks."},
      Note<&ReviewLine::lines>{.text =
                                   "What the selection wants and what the show has, line by line."},
  };
}

/// Some of the shows that a person has to look at.
struct ReviewPage {
  std::vector<ReviewLine> shows;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(ReviewPage, (), (shows, total, next))

constexpr auto notes_of(reflect::Of<ReviewPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ReviewPage::shows>{.text = "The shows, in the order that was asked for."},
      Note<&ReviewPage::total>{.text = "How many there are, with those of other pages."},
      Note<&ReviewPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

/// The shows that something is said about.
struct Chosen {
  static constexpr std::size_t most = 1000;

  std::vector<std::int64_t> shows;
};
BOOST_DESCRIBE_STRUCT(Chosen, (), (shows))

constexpr auto notes_of(reflect::Of<Chosen>) {
  return reflect::Notes{reflect::Note<&Chosen::shows>{
      .text = "Numbers in TVMaze's catalogue, at most 1000.", .required = true}};
}

/// What came of it.
struct HandledAnswer {
  std::vector<adding::ManualResult> shows;
  std::int64_t changed = 0;
};
BOOST_DESCRIBE_STRUCT(HandledAnswer, (), (shows, changed))

constexpr auto notes_of(reflect::Of<HandledAnswer>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HandledAnswer::shows>{.text = "What came of it for each show, in the order asked."},
      Note<&HandledAnswer::changed>{.text = "How many have another status now."},
  };
}

}  // namespace sievarr::api

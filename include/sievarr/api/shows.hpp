#pragma once

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/show_state.hpp>
#include <sievarr/api/list.hpp>
#include <sievarr/filter/language/criteria.hpp>
#include <sievarr/filter/language/selection.hpp>
#include <sievarr/filter/plan/why.hpp>
#include <sievarr/media/show.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The catalogue as it is asked for and answered.
namespace sievarr::api {

/// By what shows are put in order; where two are equal, by their number.
BOOST_DEFINE_ENUM_CLASS(ShowOrder, id, title, premiered, ended, rating, runtime, popularity,
                        updated)
/// Which shows, in which order, and how many of them.
struct ShowsQuery {
  filter::Criteria criteria;
  std::optional<std::string> search;
  std::vector<adding::Status> processing_status;
  std::vector<filter::Category> category;
  std::vector<std::string> selection;
  std::vector<std::string> instance;
  std::optional<bool> in_library;
  ShowOrder sort = ShowOrder::id;
  Direction direction = Direction::ascending;
  Limit limit;
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(ShowsQuery, (),
                      (criteria, search, processing_status, category, selection, instance,
                       in_library, sort, direction, limit, after))

constexpr auto notes_of(reflect::Of<ShowsQuery>) {
  using reflect::Note;
  using Q = ShowsQuery;
  return reflect::Notes{
      Note<&Q::criteria>{.spread = true},
      Note<&Q::search>{.text = "A title or a part of one, or an id: 44933, tvdb:371980, "
                               "tt11280740.",
                       .example = "severance"},
      Note<&Q::processing_status>{.text = "What has become of it.", .example = "added"},
      Note<&Q::category>{.text = "Why it is not wanted, in one word.", .example = "genre"},
      Note<&Q::selection>{.text = "The selection that decided.", .example = "prestige"},
      Note<&Q::instance>{.text = "The instance that it goes to.", .example = "sonarr"},
      Note<&Q::in_library>{.text = "Whether it is in the instance though nobody here wants it.",
                           .example = "true"},
      Note<&Q::sort>{.text = "By what they are put in order.", .example = "rating"},
      Note<&Q::direction>{.text = "Which of them come first."},
      Note<&Q::limit>{.text = "How many at most."},
      Note<&Q::after>{.text = "Where to go on: what the last answer calls next."},
  };
}

/// A show and what has become of it, in short.
struct ShowLine {
  Show show;
  adding::Status processing_status = adding::Status::pending;
  std::optional<filter::Category> category;
  std::optional<std::string> selection;
  std::optional<std::string> instance;
  bool in_library = false;
};
BOOST_DESCRIBE_STRUCT(ShowLine, (),
                      (show, processing_status, category, selection, instance, in_library))

constexpr auto notes_of(reflect::Of<ShowLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShowLine::show>{.spread = true},
      Note<&ShowLine::processing_status>{.text = "What has become of it."},
      Note<&ShowLine::category>{.text = "Why it is not wanted, in one word."},
      Note<&ShowLine::selection>{.text = "The selection that decided, if one did."},
      Note<&ShowLine::instance>{.text = "The instance that it goes to or went to."},
      Note<&ShowLine::in_library>{.text =
                                      "Whether it is in the instance though nobody here wants it."},
  };
}

/// Some of the shows that were asked for.
struct ShowsPage {
  std::vector<ShowLine> shows;
  std::int64_t total = 0;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(ShowsPage, (), (shows, total, next))

constexpr auto notes_of(reflect::Of<ShowsPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShowsPage::shows>{.text = "The shows, in the order that was asked for."},
      Note<&ShowsPage::total>{.text = "How many there are, with those of other pages."},
      Note<&ShowsPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

/// The show that a path names.
struct ShowPath {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(ShowPath, (), (id))

constexpr auto notes_of(reflect::Of<ShowPath>) {
  return reflect::Notes{reflect::Note<&ShowPath::id>{
      .text = "Number in TVMaze's catalogue.", .example = "44933", .required = true}};
}

/// Something that was sent to an instance, and what came of it.
struct JournalLine {
  adding::Intent intent;
  std::optional<adding::AddResult> ending;
  std::optional<std::string> title = {};
};
BOOST_DESCRIBE_STRUCT(JournalLine, (), (intent, ending, title))

constexpr auto notes_of(reflect::Of<JournalLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JournalLine::intent>{.text = "What was about to be added."},
      Note<&JournalLine::ending>{.text = "What came of it; absent where nobody knows yet."},
      Note<&JournalLine::title>{.text = "Title of the show, while the catalogue has it."},
  };
}

/// All that is known of one show.
struct ShowReport {
  bool gone = false;
  std::optional<adding::ShowState> processing;
  std::vector<JournalLine> history;
  filter::Why why;
};
BOOST_DESCRIBE_STRUCT(ShowReport, (), (gone, processing, history, why))

constexpr auto notes_of(reflect::Of<ShowReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShowReport::gone>{.text = "Whether TVMaze no longer has it."},
      Note<&ShowReport::processing>{.text = "What has become of it; absent before it is judged."},
      Note<&ShowReport::history>{.text = "What was sent about it, the oldest first."},
      Note<&ShowReport::why>{.text = "The show, the verdict of the config in force, and why."},
  };
}

/// What judging everything again came to.
struct RefilterAnswer {
  std::string status = "complete";
  std::int64_t shows_re_evaluated = 0;
  std::int64_t changed = 0;
  std::int64_t newly_wanted = 0;
  std::int64_t unwanted = 0;
};
BOOST_DESCRIBE_STRUCT(RefilterAnswer, (),
                      (status, shows_re_evaluated, changed, newly_wanted, unwanted))

constexpr auto notes_of(reflect::Of<RefilterAnswer>) {
  using reflect::Note;
  using R = RefilterAnswer;
  return reflect::Notes{
      Note<&R::status>{.text = "complete."},
      Note<&R::shows_re_evaluated>{.text = "How many shows were judged."},
      Note<&R::changed>{.text = "How many have another status, selection or reason now."},
      Note<&R::newly_wanted>{.text = "How many of those are to be added now."},
      Note<&R::unwanted>{.text = "How many were added, or are there, and would not be wanted."},
  };
}

}  // namespace sievarr::api

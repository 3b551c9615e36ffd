#pragma once

#include <sievarr/adding/add_totals.hpp>
#include <sievarr/api/shows.hpp>
#include <sievarr/status/cycle.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What was done: the journal and the cycles, the newest first.
namespace sievarr::api {

/// Which of what was done is asked for: the newest first, unless it says otherwise.
struct HistoryQuery {
  ListQuery list;
  std::optional<std::int64_t> before;
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (list, before))

constexpr auto notes_of(reflect::Of<HistoryQuery>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HistoryQuery::list>{.spread = true},
      Note<&HistoryQuery::before>{.text = "An older name of `after`.", .example = "120"},
  };
}

/// Some of what was sent to instances.
struct JournalPage {
  std::vector<JournalLine> entries;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (entries, total, next))

constexpr auto notes_of(reflect::Of<JournalPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JournalPage::entries>{.text = "What was sent, in the order that was asked for."},
      Note<&JournalPage::total>{.text = "How many there are, with those of other pages."},
      Note<&JournalPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

/// Some of the cycles.
struct CyclesPage {
  std::vector<status::CycleRecord> cycles;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(CyclesPage, (), (cycles, total, next))

constexpr auto notes_of(reflect::Of<CyclesPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&CyclesPage::cycles>{.text = "The cycles, in the order that was asked for."},
      Note<&CyclesPage::total>{.text = "How many there are, with those of other pages."},
      Note<&CyclesPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

/// What came of asking for a cycle.
struct TriggerAnswer {
  std::string status = "triggered";
  std::optional<std::string> message;
};
BOOST_DESCRIBE_STRUCT(TriggerAnswer, (), (status, message))

constexpr auto notes_of(reflect::Of<TriggerAnswer>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TriggerAnswer::status>{.text = "triggered or already_running."},
      Note<&TriggerAnswer::message>{.text = "Why nothing was triggered."},
  };
}

/// How the cycle that is asked for reads the catalogue.
struct TriggerQuery {
  bool full = false;
};
BOOST_DESCRIBE_STRUCT(TriggerQuery, (), (full))

constexpr auto notes_of(reflect::Of<TriggerQuery>) {
  return reflect::Notes{reflect::Note<&TriggerQuery::full>{
      .text = "Whether the whole catalogue is read again.", .example = "true"}};
}

/// How strictly a plan is carried out.
struct ApplyQuery {
  bool force = false;
};
BOOST_DESCRIBE_STRUCT(ApplyQuery, (), (force))

constexpr auto notes_of(reflect::Of<ApplyQuery>) {
  return reflect::Notes{reflect::Note<&ApplyQuery::force>{
      .text = "Whether what is left of it is carried out, where it would be another one by now.",
      .example = "true"}};
}

}  // namespace sievarr::api

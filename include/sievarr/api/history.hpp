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

/// How much of what was done is asked for.
struct HistoryQuery {
  Limit limit;
  std::optional<std::int64_t> before;
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (limit, before))

constexpr auto notes_of(reflect::Of<HistoryQuery>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HistoryQuery::limit>{.text = "How many at most."},
      Note<&HistoryQuery::before>{.text = "Where to go on: what the last answer calls next.",
                                  .example = "120"},
  };
}

/// Some of what was sent to instances.
struct JournalPage {
  std::vector<JournalLine> entries;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (entries, next))

constexpr auto notes_of(reflect::Of<JournalPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JournalPage::entries>{.text = "What was sent, the newest first."},
      Note<&JournalPage::next>{.text = "Where older entries begin; absent where there are none."},
  };
}

/// Some of the cycles.
struct CyclesPage {
  std::vector<status::CycleRecord> cycles;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(CyclesPage, (), (cycles, next))

constexpr auto notes_of(reflect::Of<CyclesPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&CyclesPage::cycles>{.text = "The cycles, the newest first."},
      Note<&CyclesPage::next>{.text = "Where older cycles begin; absent where there are none."},
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

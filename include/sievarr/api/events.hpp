#pragma once

#include <sievarr/adding/proposal.hpp>
#include <sievarr/api/jobs.hpp>
#include <sievarr/status/cycle.hpp>
#include <sievarr/status/daemon_status.hpp>

#include <sievarr/adding/intent.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What happens, as it is told to whoever listens.
namespace sievarr::api {

/// What kind of thing happened; the name of the event.
BOOST_DEFINE_ENUM_CLASS(EventKind, phase, advance, cycle, added, judged, trouble, config, lost, job,
                        activity)

/// Something that happened. Which fields are there depends on what it was.
struct Event {
  std::uint64_t number = 0;
  Instant at = {};
  EventKind kind = EventKind::phase;
  std::optional<status::Phase> phase;
  std::optional<status::JobProgress> advance;
  std::optional<status::CycleRecord> cycle;
  std::optional<adding::Add> add;
  std::optional<adding::AddOutcome> fate;
  std::optional<std::int64_t> changed;
  std::optional<std::string> where;
  std::optional<std::string> words;
  std::optional<std::string> job;
  std::optional<JobRunLine> run;
};
BOOST_DESCRIBE_STRUCT(Event, (),
                      (number, at, kind, phase, advance, cycle, add, fate, changed, where, words,
                       job, run))
constexpr std::string_view title_of(reflect::Of<Event>) { return "News"; }

constexpr auto notes_of(reflect::Of<Event>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Event::number>{.text = "One more than that of what happened before."},
      Note<&Event::at>{.text = "When it happened."},
      Note<&Event::kind>{.text = "What kind of thing it was."},
      Note<&Event::phase>{.text = "phase: what the daemon is at now."},
      Note<&Event::advance>{.text = "advance: how far the cycle is."},
      Note<&Event::cycle>{.text = "cycle: one has begun, or is over where it has an end."},
      Note<&Event::add>{.text = "added: what was sent to an instance."},
      Note<&Event::fate>{.text = "added: what came of it; absent where nobody knows yet."},
      Note<&Event::changed>{.text = "judged: how many shows have another status now."},
      Note<&Event::where>{.text = "trouble: where it was met."},
      Note<&Event::words>{.text = "What was said about it."},
      Note<&Event::job>{.text =
                            "The job that it belongs to, or the lane; absent where it is none's."},
      Note<&Event::run>{.text = "job: a run has begun, is over, or was skipped."},
  };
}

}  // namespace sievarr::api

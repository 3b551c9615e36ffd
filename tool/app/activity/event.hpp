#pragma once

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/propose.hpp>
#include <sievarr/base/failure.hpp>
#include <sievarr/status/activity_record.hpp>
#include <sievarr/status/cycle.hpp>
#include <sievarr/status/daemon_status.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace sievarr::app {

/// A cycle has begun; of its numbers only the first three say something yet.
struct CycleBegan {
  status::CycleRecord cycle;
};

/// A part of the cycle begins.
struct StepBegan {
  status::Step step = status::Step::judging;
};

/// It is known what is to be added and what waits.
struct Decided {
  status::CycleRecord cycle;
  std::map<adding::Cause, std::int64_t> waiting = {};
};

/// An instance was asked for all that deciding takes.
struct InstanceSeen {
  std::string name;
  adding::InstanceSnapshot::State state = adding::InstanceSnapshot::State::ready;
  std::string words = {};
};

/// A page of the index was read and stored; the last one is a guess until it is reached.
struct PageSettled {
  std::int64_t page = 0;
  std::int64_t last = 0;
  std::size_t shows = 0;
};

/// Shows were asked for one by one.
struct ShowsSettled {
  std::size_t done = 0;
  std::size_t all = 0;
};

/// The catalogue was judged again.
struct JudgedAgain {
  std::size_t judged = 0;
  std::size_t changed = 0;
  std::size_t newly_wanted = 0;  ///< Of those that wait to be added now.
  std::size_t unwanted = 0;      ///< Added or there, and nobody here would want it now.
  mirror::MirrorProgress progress = {};
  std::vector<status::ActivityRecord> activity = {};  ///< What was written down of it.
};

/// What came of a series that was to be added; nothing where nobody knows yet.
struct AddEnded {
  adding::Add add;
  std::optional<adding::AddOutcome> fate = {};
  std::string words = {};
  std::string hint = {};  ///< What a person can do about it.
};

/// Something went wrong and the cycle goes on.
struct Trouble {
  std::string where;
  Failure failure;
};

using Event = std::variant<CycleBegan, StepBegan, Decided, InstanceSeen, PageSettled, ShowsSettled,
                           JudgedAgain, AddEnded, Trouble>;

/// Hears what happens, as it happens. Called by several threads, one at a time.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void hear(Event const& event) = 0;
};

}  // namespace sievarr::app

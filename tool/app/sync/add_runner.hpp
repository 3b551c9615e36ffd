#pragma once

#include "app/state/catalogue.hpp"
#include "app/state/instance.hpp"

#include <sievarr/adding/add_totals.hpp>
#include <sievarr/adding/conclude.hpp>
#include <sievarr/adding/proposal.hpp>

#include <cstdint>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace sievarr::app {

/// Intents that a crash left open and whose series is surely not there, by show.
using OpenIntents = std::map<std::int64_t, adding::Intent>;

/// Carries out the adds of a proposal: those of one instance in their order, those of several at
/// the same time. Nothing is sent that is not in the journal.
class AddRunner {
 public:
  struct Dependencies {
    Catalogue& catalogue;
    adding::Searching searching;
    os::Clock& clock;
    Observer& observer;
    std::stop_token stop = {};
  };

  AddRunner(Dependencies dependencies, OpenIntents const& open)
      : dependencies_(dependencies), open_(open) {}

  adding::AddTotals run(std::vector<adding::Add> const& adds, Instances const& instances);

 private:
  class InstanceQueue;

  Outcome<adding::Intent> promise(adding::Add const& add,
                                  std::optional<adding::Intent> const& open);
  void end(adding::Add const& add, adding::AddResult const& result, std::string const& hint = {});
  void put_off(adding::Add const& add, Failure const& failure);
  void lose(adding::Add const& add, Failure const& failure);

  Dependencies dependencies_;
  OpenIntents const& open_;
  std::mutex mutex_;
  adding::AddTotals totals_;
};

}  // namespace sievarr::app

#pragma once

#include "app/state/catalogue.hpp"
#include "app/state/instance.hpp"

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

/// How many adds ended in which way.
struct Carried {
  std::size_t added = 0;
  std::size_t already_there = 0;
  std::size_t refused = 0;
  std::size_t not_found = 0;  ///< That instance does not know them.
  std::size_t put_off = 0;    ///< Nothing was sent.
  std::size_t unknown = 0;    ///< Without an answer; the next cycle asks.
};

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

  Carried run(std::vector<adding::Add> const& adds, Instances const& instances);

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
  Carried carried_;
};

}  // namespace sievarr::app

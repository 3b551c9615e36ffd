#pragma once

#include "app/access/credentials.hpp"
#include "operations.hpp"
#include "os/lock.hpp"
#include "scope.hpp"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace sievarr::app {

/// The operations of a command that may use the storage itself. It is opened when it is needed.
class Local final : public Operations {
 public:
  struct Dependencies {
    config::Config const& config;
    filter::Plan const& plan;
    os::Environment const& environment;
    os::Clock& clock;
    Observer& observer;
    std::function<void(std::string const&)> warn;
    std::stop_token stop = {};
  };

  /// For a command that writes: nobody else does while it lives.
  static Outcome<std::unique_ptr<Local>> to_write(Dependencies dependencies,
                                                  std::string_view holder);

  /// For a command that only reads; others may write meanwhile.
  static Outcome<std::unique_ptr<Local>> to_read(Dependencies dependencies);

  Outcome<adding::PlanReport> plan() override;
  Outcome<adding::AddTotals> apply(adding::PlanReport const& plan, Strictness strictness) override;
  Outcome<CycleAnswer> start_cycle(status::SyncMode mode) override;
  Outcome<std::vector<ManualResult>> act(ManualRequest const& request) override;
  Outcome<std::vector<status::ActivityRecord>> latest_activity(std::int64_t most) override;
  Outcome<api::JobsAnswer> jobs() override;
  Outcome<std::optional<api::JobAnswer>> act_on_job(std::string const& name,
                                                    JobAction action) override;
  Outcome<AccessOperations*> access() override;
  Outcome<Done> look_at_shows(Look const& look) override;

 private:
  explicit Local(Dependencies dependencies) : dependencies_(std::move(dependencies)) {}

  Outcome<Done> open();
  Outcome<Done> load();
  Scope scope();

  Dependencies dependencies_;
  std::unique_ptr<os::Lock> lock_;  ///< None for who only reads.
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<Credentials> credentials_;
  std::unique_ptr<Connections> connections_;
  bool is_loaded_ = false;
};

}  // namespace sievarr::app

#pragma once

#include "net/transport.hpp"
#include "operations.hpp"

#include <sievarr/api/route.hpp>
#include <sievarr/value/secret.hpp>

#include <string>

namespace sievarr::app {

/// The operations of a command whose storage a daemon holds: the daemon is asked over HTTP.
class Remote final : public Operations {
 public:
  struct Dependencies {
    net::Transport& transport;
    std::string address;  ///< Of the daemon, without a slash at its end.
    value::Secret key;
    std::string folder;  ///< The storage that it holds.
  };

  explicit Remote(Dependencies dependencies) : dependencies_(std::move(dependencies)) {}

  Outcome<adding::PlanReport> plan() override;
  Outcome<adding::AddTotals> apply(adding::PlanReport const& plan, Strictness strictness) override;
  Outcome<CycleAnswer> start_cycle(status::SyncMode mode) override;
  Outcome<std::vector<ManualResult>> act(ManualRequest const& request) override;
  Outcome<std::vector<status::ActivityRecord>> latest_activity(std::int64_t most) override;
  Outcome<api::JobsAnswer> jobs() override;
  Outcome<std::optional<api::JobAnswer>> act_on_job(std::string const& name,
                                                    JobAction action) override;
  Outcome<Done> look_at_shows(Look const& look) override;

 private:
  template <class Answer>
  Outcome<Answer> ask(api::Route const& route, std::string target, std::string body = {});

  Dependencies dependencies_;
};

}  // namespace sievarr::app

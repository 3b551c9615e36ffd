#pragma once

#include "app/activity/activity.hpp"
#include "app/state/catalogue.hpp"
#include "job_runner.hpp"

namespace sievarr::app {

/// What the runner does, as it is stored and told. It writes between two steps of a cycle.
class StoredHistory final : public JobHistory {
 public:
  StoredHistory(Catalogue& catalogue, Activity& activity)
      : catalogue_(catalogue), activity_(activity) {}

  Outcome<Done> keep(store::JobChanges const& changes) override;
  void hear(JobEvent const& event) override { activity_.hear(event); }

  /// Takes over what an earlier life left, once the jobs are known.
  Outcome<Done> restore(JobRunner& runner);

 private:
  Catalogue& catalogue_;
  Activity& activity_;
  bool has_failed_ = false;
};

}  // namespace sievarr::app

#pragma once

#include "facts.hpp"

#include <sievarr/adding/plan_report.hpp>

#include <optional>
#include <utility>

namespace sievarr::store {

/// The plan that was worked out last.
class Plans {
 public:
  explicit Plans(Database& database) : last_(database, "plan") {}

  /// Nothing where none was worked out yet.
  Outcome<std::optional<adding::PlanReport>> last() {
    auto plan = last_.get();
    if (!plan) return plan.error();
    if (plan->made == Instant{}) return std::optional<adding::PlanReport>();
    return std::optional(*std::move(plan));
  }

 private:
  friend class Catalogue;
  Outcome<Done> put(adding::PlanReport const& plan) { return last_.put(plan); }

  FactOf<adding::PlanReport> last_;
};

}  // namespace sievarr::store

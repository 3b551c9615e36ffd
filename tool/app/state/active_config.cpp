#include "active_config.hpp"

#include <sievarr/config/plan.hpp>
#include <sievarr/derive/changed.hpp>

namespace sievarr::app {

ActiveConfig on_day(ActiveConfig const& active, Date today) {
  auto other = active;
  other.plan = config::plan_of(other.loaded, today).value;
  return other;
}

std::vector<std::string> needing_restart(config::Config const& before,
                                         config::Config const& after) {
  return derive::changed(before, after, &reflect::Facts::restart);
}

bool same_servers(config::Config const& before, config::Config const& after) {
  return derive::changed(before, after, &reflect::Facts::server).empty();
}

}  // namespace sievarr::app

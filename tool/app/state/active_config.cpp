#include "active_config.hpp"

#include <sievarr/config/plan.hpp>

namespace sievarr::app {

ActiveConfig on_day(ActiveConfig const& terms, Date today) {
  auto other = terms;
  other.plan = config::plan_of(other.loaded, today).value;
  return other;
}

std::vector<std::string> needing_restart(config::Config const& before,
                                         config::Config const& after) {
  std::vector<std::string> names;
  auto const compare = [&](auto const& was, auto const& is, std::string_view name) {
    if (was != is) names.emplace_back(name);
  };
  compare(before.storage.path, after.storage.path, "storage.path");
  compare(before.server.enabled, after.server.enabled, "server.enabled");
  compare(before.server.host, after.server.host, "server.host");
  compare(int{before.server.port}, int{after.server.port}, "server.port");
  return names;
}

}  // namespace sievarr::app

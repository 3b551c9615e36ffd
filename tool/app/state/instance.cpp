#include "instance.hpp"

#include <sievarr/config/servers.hpp>

#include <future>
#include <map>
#include <utility>

namespace sievarr::app {
namespace {

using adding::InstanceSnapshot;

InstanceSnapshot closed(Failure const& failure) {
  bool const denied = failure.kind == Failure::Kind::denied;
  return {.state = denied ? InstanceSnapshot::State::refused : InstanceSnapshot::State::down,
          .words = failure.text};
}

InstanceSnapshot refused(Problems const& problems) {
  return {.state = InstanceSnapshot::State::refused, .words = error_messages(problems)};
}

}  // namespace

InstanceSnapshot Instance::look(std::vector<arr::Wanted> const& wanted) {
  if (!enabled())
    return {.state = InstanceSnapshot::State::disabled,
            .words = "its instance is disabled in the config (enabled: false)"};
  auto const checked = sonarr_.validate(wanted);
  if (!checked) return closed(checked.error());
  if (!*checked) return refused(checked->error());
  auto library = sonarr_.library();
  if (!library) return closed(library.error());
  auto excluded = sonarr_.exclusions();
  if (!excluded) return closed(excluded.error());
  InstanceSnapshot snapshot{.library = *std::move(library),
                            .excluded = *std::move(excluded),
                            .dry_run = instance_.dry_run};
  for (auto const& each : wanted) {
    auto const& folder = each.route.root_folder;
    if (auto words = arr::out_of_reach((*checked)->stock, folder))
      snapshot.no_folder.emplace(folder.canonical(), *std::move(words));
    if (auto words = arr::shortage((*checked)->stock, folder, instance_.min_free_space))
      snapshot.no_space.emplace(folder.canonical(), *std::move(words));
  }
  return snapshot;
}

std::vector<arr::Wanted> wanted_of(Instances const& instances, std::size_t at,
                                   filter::Plan const& plan) {
  auto const path = config::path_of_server("sonarr", at, instances.size());
  return arr::wanted_of(instances[at]->instance(), plan, path);
}

std::map<std::string, InstanceSnapshot> look_into(Instances const& instances,
                                                  filter::Plan const& plan) {
  std::vector<std::future<InstanceSnapshot>> asked;
  for (std::size_t at = 0; at < instances.size(); ++at)
    asked.push_back(std::async(std::launch::async, [&instances, &plan, at] {
      return instances[at]->look(wanted_of(instances, at, plan));
    }));
  std::map<std::string, InstanceSnapshot> snapshots;
  for (std::size_t at = 0; at < instances.size(); ++at)
    snapshots.emplace(instances[at]->instance().server.name, asked[at].get());
  return snapshots;
}

}  // namespace sievarr::app

#include "instance.hpp"

#include <sievarr/base/number.hpp>

#include <future>
#include <map>
#include <utility>

namespace sievarr::app {
namespace {

using adding::There;

There closed(Failure const& failure) {
  bool const denied = failure.kind == Failure::Kind::denied;
  return {.state = denied ? There::State::refused : There::State::down, .words = failure.text};
}

There refused(Problems const& problems) {
  There there{.state = There::State::refused};
  for (auto const& problem : problems)
    there.words.append(there.words.empty() ? "" : "; ").append(problem.message);
  return there;
}

}  // namespace

There Shop::look(std::vector<arr::Wanted> const& wanted) {
  auto const checked = sonarr_.validate(wanted);
  if (!checked) return closed(checked.error());
  if (!*checked) return refused(checked->error());
  auto library = sonarr_.library();
  if (!library) return closed(library.error());
  auto excluded = sonarr_.exclusions();
  if (!excluded) return closed(excluded.error());
  There there{.library = *std::move(library),
              .excluded = *std::move(excluded),
              .dry_run = instance_.dry_run};
  for (auto const& each : wanted) {
    auto const& folder = each.route.root_folder;
    if (auto words = arr::out_of_reach((*checked)->stock, folder))
      there.no_folder.emplace(folder.canonical(), *std::move(words));
    if (auto words = arr::shortage((*checked)->stock, folder, instance_.min_free_space))
      there.no_space.emplace(folder.canonical(), *std::move(words));
  }
  return there;
}

std::vector<arr::Wanted> wanted_of(Shops const& shops, std::size_t at, filter::Plan const& plan) {
  auto const path = shops.size() == 1 ? "sonarr" : "sonarr[" + to_text(at) + "]";
  return arr::wanted_of(shops[at]->instance(), plan, path);
}

std::map<std::string, There> look_into(Shops const& shops, filter::Plan const& plan) {
  std::vector<std::future<There>> asked;
  for (std::size_t at = 0; at < shops.size(); ++at)
    asked.push_back(std::async(std::launch::async, [&shops, &plan, at] {
      return shops[at]->look(wanted_of(shops, at, plan));
    }));
  std::map<std::string, There> there;
  for (std::size_t at = 0; at < shops.size(); ++at)
    there.emplace(shops[at]->instance().name, asked[at].get());
  return there;
}

}  // namespace sievarr::app

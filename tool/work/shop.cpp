#include "work/shop.hpp"

#include <future>
#include <map>
#include <utility>

namespace sievarr::work {
namespace {

using decide::There;

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
    if (auto words = arr::shortage((*checked)->stock, folder, instance_.min_free_space))
      there.no_space.emplace(folder.canonical(), *std::move(words));
  }
  return there;
}

std::map<std::string, There> look_into(Shops const& shops, filter::Plan const& plan) {
  std::vector<std::pair<std::string, std::future<There>>> asked;
  for (auto* const shop : shops)
    asked.emplace_back(shop->instance().name, std::async(std::launch::async, [shop, &plan] {
                         return shop->look(arr::wanted_of(shop->instance(), plan));
                       }));
  std::map<std::string, There> there;
  for (auto& [name, answer] : asked) there.emplace(name, answer.get());
  return there;
}

}  // namespace sievarr::work

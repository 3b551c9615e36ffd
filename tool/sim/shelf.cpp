#include "shelf.hpp"

#include "world.hpp"

#include <sievarr/base/number.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::sim {

int major(Shelf const& shelf) {
  auto const first = std::string_view(shelf.version).substr(0, shelf.version.find('.'));
  return static_cast<int>(to_integer(first).value_or(0));
}

Series const* find_series(Shelf const& shelf, std::int64_t tvdb_id) {
  for (auto const& each : shelf.series)
    if (each.show.tvdb_id == tvdb_id) return &each;
  return nullptr;
}

void shelve(Shelf& shelf, Series series) {
  if (!series.show.tvdb_id || find_series(shelf, *series.show.tvdb_id)) return;
  if (series.path.empty() && !shelf.root_folders.empty())
    series.path = shelf.root_folders.front().path + "/" + series.show.title;
  series.id = shelf.series.empty() ? 1 : shelf.series.back().id + 1;
  shelf.series.push_back(std::move(series));
}

void unshelve(Shelf& shelf, std::int64_t tvdb_id) {
  std::erase_if(shelf.series, [&](Series const& each) { return each.show.tvdb_id == tvdb_id; });
}

void stock(Shelf& shelf, World& world, std::size_t count) {
  // Two shows of the world can have the same number, and shelve() would look for each of many.
  std::set<std::int64_t> numbers;
  auto const now = world.now();
  auto const add = [&](Show show) {
    if (!numbers.insert(*show.tvdb_id).second) return;
    Series series{.show = std::move(show), .added = now};
    series.id = shelf.series.empty() ? 1 : shelf.series.back().id + 1;
    series.path = (shelf.root_folders.empty() ? "" : shelf.root_folders.front().path) + "/" +
                  series.show.title;
    shelf.series.push_back(std::move(series));
  };
  for (auto const& each : shelf.series) numbers.insert(*each.show.tvdb_id);
  for (auto& show : world.with_any_tvdb(count)) add(std::move(show));
  constexpr std::int64_t first_of_elsewhere = 80'000'000;
  for (auto number = first_of_elsewhere; shelf.series.size() < count; ++number)
    add({.title = "Elsewhere " + to_text(number), .tvdb_id = number});
}

}  // namespace sievarr::sim

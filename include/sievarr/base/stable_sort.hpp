#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace sievarr {

/// The order in which things come, by their numbers; equal ones keep theirs.
inline std::vector<std::size_t> stable_order(
    std::size_t count, std::function<bool(std::size_t, std::size_t)> const& before) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return before(a, b) || (a < b && !before(b, a)); });
  return order;
}

/// Like std::stable_sort, for short lists of anything: the sorting itself is compiled once for all
/// types, where the standard library needs some kilobytes for each.
template <class T, class Before>
void stable_sort(std::vector<T>& items, Before const& before) {
  auto const order = stable_order(items.size(), [&](std::size_t a, std::size_t b) {
    return before(std::as_const(items[a]), std::as_const(items[b]));
  });
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (auto const at : order) sorted.push_back(std::move(items[at]));
  items = std::move(sorted);
}

}  // namespace sievarr

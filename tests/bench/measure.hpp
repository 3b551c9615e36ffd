#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace sievarr::bench {

/// Something to measure. What it returns is checked to stay the same, so that nothing is optimised
/// away and nothing is measured that went wrong.
struct Task {
  std::string name;
  std::function<std::size_t()> run;
  double items = 0;  ///< How many shows it goes through, for the rate.
  double bytes = 0;
};

/// Runs all tasks in turns, so that what disturbs the machine disturbs all of them, and prints the
/// median and the best processor time of each. False when a task changed its answer.
bool measure(std::vector<Task> const& tasks, std::size_t rounds);

}  // namespace sievarr::bench

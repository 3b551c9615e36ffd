#include "measure.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace sievarr::bench {
namespace {

/// Seconds of this process on a processor, which busy neighbours disturb less than a clock's.
double processor_time() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

void print(Task const& task, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  auto const median = times[times.size() / 2];
  std::printf("%-34s %9.3f ms  best %9.3f ms", task.name.c_str(), median * 1e3, times[0] * 1e3);
  if (task.items > 0) std::printf("  %8.1f ns a show", median * 1e9 / task.items);
  if (task.bytes > 0) std::printf("  %7.0f MB/s", task.bytes / median / 1e6);
  std::printf("\n");
}

}  // namespace

bool measure(std::vector<Task> const& tasks, std::size_t rounds) {
  std::vector<std::vector<double>> times(tasks.size());
  std::vector<std::size_t> answers;
  for (auto const& task : tasks) answers.push_back(task.run());
  bool steady = true;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t at = 0; at < tasks.size(); ++at) {
      auto const start = processor_time();
      auto const answer = tasks[at].run();
      times[at].push_back(processor_time() - start);
      if (answer == answers[at]) continue;
      std::printf("%s: answered %zu, then %zu\n", tasks[at].name.c_str(), answers[at], answer);
      steady = false;
    }
  }
  for (std::size_t at = 0; at < tasks.size(); ++at) print(tasks[at], times[at]);
  return steady;
}

}  // namespace sievarr::bench

#include "app/state/catalogue.hpp"
#include "http/server.hpp"
#include "os/clock.hpp"
#include "os/file.hpp"
#include "os/folder.hpp"
#include "os/write_file.hpp"
#include "sim/sim.hpp"
#include "store/open.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/config/plan.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

/// What a cycle costs in front of simulated servers, with the rate limit lifted:
/// mirror_bench PROGRAM [SHOWS] [ROUNDS]. Medians; the processor time is that of the program alone.
namespace sievarr::bench {
namespace {

using Steady = std::chrono::steady_clock;

/// Whatever went wrong is said, and the end.
template <class T>
T must(Outcome<T> outcome) {
  if (outcome) return *std::move(outcome);
  std::printf("%s\n", outcome.error().text.c_str());
  std::exit(1);
}

/// What one run of the program cost.
struct Cost {
  double wall = 0;  ///< Seconds, as all of these but the last.
  double processor = 0;
  double megabytes = 0;  ///< At its peak.
};

double seconds(timeval const& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// The most memory that a process has held, in kilobytes; 0 where it cannot be said.
std::int64_t peak_of(pid_t process) {
  auto const status = os::read_file("/proc/" + to_text(std::int64_t{process}) + "/status", 1 << 16);
  constexpr std::string_view key = "VmHWM:";
  auto const at = status ? status->find(key) : std::string::npos;
  if (at == std::string::npos) return 0;
  auto const from = status->find_first_not_of(" \t", at + key.size());
  return to_integer(status->substr(from, status->find(' ', from) - from)).value_or(0);
}

Cost run(std::vector<std::string> arguments) {
  std::vector<char*> words;
  for (auto& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  std::fflush(stdout);
  auto const before = Steady::now();
  auto const child = ::fork();
  if (child == 0) {
    if (!std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr))
      ::_exit(127);
    ::execv(words.front(), words.data());
    ::_exit(127);
  }
  int status = 0;
  rusage used{};
  // What the system says in the end counts what this process holds as well, so it is looked at.
  std::int64_t peak = 0;
  while (::wait4(child, &status, WNOHANG, &used) == 0) {
    if (auto const seen = peak_of(child); seen > 0) peak = seen;
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::printf("%s ended with %d\n", arguments[1].c_str(), status);
    std::exit(1);
  }
  return {.wall = std::chrono::duration<double>(Steady::now() - before).count(),
          .processor = seconds(used.ru_utime) + seconds(used.ru_stime),
          .megabytes = static_cast<double>(peak) / 1024};
}

double median(std::vector<Cost> const& costs, double Cost::*what) {
  std::vector<double> values;
  for (auto const& cost : costs) values.push_back(cost.*what);
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void print(char const* name, std::vector<Cost> const& costs, std::string const& more) {
  std::printf("%-34s %6.2f s wall  %6.2f s processor  %6.1f MB  %s\n", name,
              median(costs, &Cost::wall), median(costs, &Cost::processor),
              median(costs, &Cost::megabytes), more.c_str());
  std::fflush(stdout);
}

constexpr auto filter = R"(
exclude: {genres: [Horror, Adult], types: [News, Sports]}
selections:
  - {name: acclaimed, rating: {min: 8}}
  - {name: drama, genres: [Drama], rating: {min: 7}, languages: [English]}
)";

/// What stands before a TVMaze and has all of its pages already: the program alone is measured
/// then, and not what it takes to make them up on the same machine.
class Cache {
 public:
  explicit Cache(sim::Tvmaze& origin)
      : origin_(origin),
        server_(must(http::Server::start(
            {}, [this](http::Call const& call) { return ask(call); },
            [this](http::Call const& call) { return known(call); }))) {}

  std::string address() const {
    return "http://127.0.0.1:" + to_text(static_cast<std::int64_t>(server_.port()));
  }

  /// Gets every page as it is now, packed.
  void fill() {
    kept_.clear();
    asked_ = 0;
    for (std::int64_t page = 0;; ++page) {
      wire::Request const request{.target = "/shows?page=" + to_text(page),
                                  .headers = {{"Accept-Encoding", "gzip"}}};
      auto answer = origin_.respond({request, ""});
      if (answer.response.status != 200) return;
      kept_.emplace(request.target, std::move(answer.response));
    }
  }
  std::int64_t asked() const { return asked_; }

 private:
  std::optional<http::Answer> known(http::Call const& call) {
    auto const found = kept_.find(call.request.target);
    if (found == kept_.end()) return std::nullopt;
    ++asked_;
    return found->second;
  }

  http::Answer ask(http::Call const& call) {
    ++asked_;
    return origin_.respond(call);
  }

  sim::Tvmaze& origin_;
  std::unordered_map<std::string, wire::Response> kept_;
  std::atomic<std::int64_t> asked_ = 0;
  http::Server server_;
};

/// A world, a folder and a config for some runs of the program.
class Stage {
 public:
  Stage(std::string program, std::size_t shows, std::size_t series)
      : program_(std::move(program)),
        folder_(must(os::TemporaryFolder::make("sievarr-bench"))),
        sim_(must(sim::Sim::start({.world = {.shows = shows},
                                   .tvmaze = {.limit = std::nullopt},
                                   .sonarrs = {{.shelf = {}, .series = series}}},
                                  clock_))),
        cache_(sim_.tvmaze()) {
    cache_.fill();
    must(os::write_file(
        path("config.yaml"),
        std::string(filter) + "dry_run: false\nsync: {max_adds_per_cycle: 25}\nstorage: {path: " +
            path("data") + "}\ntvmaze: {rate_limit: 1000, base_url: '" + cache_.address() +
            "'}\nsonarr: {url: '" + sim_.sonarr_address() + "', api_key: " + sim_.api_key() +
            ", root_folder: /tv, quality_profile: HD-1080p}\n"));
  }

  Cost sync() { return run({program_, "sync", "--config", path("config.yaml")}); }
  std::string path(std::string const& name) const { return folder_.path() + "/" + name; }
  std::string database() const { return path("data/shows.db"); }
  sim::World& world() { return sim_.world(); }
  Cache& cache() { return cache_; }

  double megabytes() const {
    struct stat found = {};
    ::stat(database().c_str(), &found);
    return static_cast<double>(found.st_size) / 1e6;
  }

 private:
  std::string program_;
  os::TemporaryFolder folder_;
  os::SystemClock clock_;
  sim::Sim sim_;
  Cache cache_;
};

void cycles(std::string const& program, std::size_t shows, int rounds) {
  std::vector<Cost> full;
  std::vector<Cost> idle;
  std::vector<Cost> changed;
  std::string about_full;
  std::string about_changed;
  for (int round = 0; round < rounds; ++round) {
    Stage stage(program, shows, 0);
    full.push_back(stage.sync());
    about_full = to_text(stage.cache().asked()) + " requests, database " +
                 to_text(static_cast<std::int64_t>(stage.megabytes() * 10) / 10) + " MB";
    idle.push_back(stage.sync());
    // As if a day had passed: no cache has what it had.
    must(must(store::open_store(stage.database())).run("UPDATE pages SET fresh_until = NULL"));
    for (std::int64_t id = 1; id <= 5000 * 17; id += 17) stage.world().touch(id);
    stage.cache().fill();
    changed.push_back(stage.sync());
    about_changed = to_text(stage.cache().asked()) + " requests";
  }
  print("full mirror, 25 adds", full, about_full);
  print("again, nothing changed, 25 adds", idle, "");
  print("again, 5000 changed, 25 adds", changed, about_changed);
}

void libraries(std::string const& program, int rounds) {
  for (std::size_t const series : {std::size_t{0}, std::size_t{30'000}}) {
    std::vector<Cost> costs;
    for (int round = 0; round < rounds; ++round) {
      Stage stage(program, 60'000, series);
      stage.sync();
      costs.push_back(stage.sync());
    }
    print(series == 0 ? "nothing in Sonarr" : "30000 series in Sonarr", costs, "");
  }
}

filter::Plan plan_of(std::string const& text) {
  config::Layers const layers{.file = config::Source{"config.yaml", text}};
  return config::prepare(layers, std::chrono::year{2026} / 1 / 31).value.plan;
}

void timed(char const* name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  std::printf("%-34s %6.1f ms\n", name, times[times.size() / 2] * 1e3);
}

double taken(Steady::time_point before) {
  return std::chrono::duration<double>(Steady::now() - before).count();
}

void judging(std::string const& program, std::size_t shows, int rounds) {
  Stage stage(program, shows, 0);
  stage.sync();
  std::vector<double> cold;
  std::vector<double> few;
  std::vector<double> most;
  auto const now = os::now();
  std::string const text = filter;
  auto const usual = plan_of(text);
  auto const little = plan_of(text + "# min: 8\nnever: [tvmaze:82]\n");
  auto const other = plan_of("exclude: {languages: [English, Japanese, Spanish]}\n" +
                             text.substr(text.find("selections")));
  for (int round = 0; round < rounds; ++round) {
    auto database = must(store::open_store(stage.database()));
    app::Catalogue catalogue(database);
    auto before = Steady::now();
    must(catalogue.load());
    must(catalogue.take_turn().judge_again(usual, now, 1'000'000));
    cold.push_back(taken(before));
    before = Steady::now();
    auto const some = must(catalogue.take_turn().judge_again(little, now, 1'000'000));
    few.push_back(taken(before));
    before = Steady::now();
    auto const many = must(catalogue.take_turn().judge_again(other, now, 1'000'000));
    most.push_back(taken(before));
    must(catalogue.take_turn().judge_again(usual, now, 1'000'000));
    if (round == 0)
      std::printf("of %zu judged, %zu change with the small edit, %zu with the large one\n",
                  some.judged, some.changed, many.changed);
  }
  timed("load and judge, from cold", cold);
  timed("judge again, few change", few);
  timed("judge again, most change", most);
}

}  // namespace
}  // namespace sievarr::bench

int main(int count, char** arguments) {
  using namespace sievarr;
  auto const number = [&](int at, std::int64_t usual) {
    return count > at ? to_integer(arguments[at]).value_or(usual) : usual;
  };
  std::string const program = count > 1 ? arguments[1] : "build/bench/tool/sievarr";
  auto const shows = static_cast<std::size_t>(number(2, 90'000));
  auto const rounds = static_cast<int>(number(3, 5));
  bench::cycles(program, shows, rounds);
  bench::judging(program, shows, rounds);
  bench::libraries(program, rounds);
  return 0;
}

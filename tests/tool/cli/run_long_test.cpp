#include "effort.hpp"
#include "service.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace sievarr::test {
namespace {

/// The number that a metric has; -1 where it is not told.
std::int64_t metric(Service const& service, std::string const& name) {
  auto const text = service.get("/metrics");
  auto const at = text.find("\n" + name + " ");
  if (at == std::string::npos) return -1;
  auto const from = at + name.size() + 2;
  return to_integer(text.substr(from, text.find('\n', from) - from)).value_or(-1);
}

/// Several who ask without a pause, until they are let go; answers that were none of the good ones
/// are kept.
class Crowd {
 public:
  Crowd(Service const& service, std::vector<std::string> paths) {
    for (auto& path : paths)
      threads_.emplace_back([this, &service, path = std::move(path)] {
        while (!done_) {
          auto const answer = service.get(path);
          ++asked_;
          if (answer.starts_with("HTTP/1.1 200 ")) continue;
          std::lock_guard const lock(mutex_);
          bad_.push_back(path + ": " + answer.substr(0, 200));
        }
      });
  }
  ~Crowd() { go(); }

  std::vector<std::string> go() {
    done_ = true;
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    return bad_;
  }
  int asked() const { return asked_; }

 private:
  std::atomic<bool> done_ = false;
  std::atomic<int> asked_ = 0;
  std::mutex mutex_;
  std::vector<std::string> bad_;
  std::vector<std::thread> threads_;
};

/// What a config is broken by, of which one comes after the other.
std::string broken(Service& service, int number) {
  auto text = service.config();
  switch (number % 4) {
    case 0: return "selections: [";
    case 1: return text + "nonsense: true\n";
    case 2: return text.replace(text.find("min: 8"), 6, "min: 800");
    default: return text.replace(text.find("/tv"), 3, "/no");
  }
}

TEST_CASE("reloads under load, a third of them broken, fail no request and break no config") {
  Service service;
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  Crowd crowd(service, {"/health", "/api/v1/shows?limit=20", "/metrics"});
  std::string in_force = "\"max_adds_per_cycle\":3";
  int const reloads = rounds(24, 200);
  for (int round = 0; round < reloads; ++round) {
    CAPTURE(round);
    bool const is_broken = round % 3 == 1;
    std::string const counted = std::string("sievarr_config_reloads_total{result=\"") +
                                (is_broken ? "refused" : "good") + "\"}";
    auto const before = std::max<std::int64_t>(metric(service, counted), 0);
    if (is_broken) {
      service.write_as(broken(service, round / 3));
    } else {
      auto const adds = to_text(10 + round);
      auto text = service.config();
      service.write_as(text.replace(text.find("per_cycle: 3"), 12, "per_cycle: " + adds));
      in_force = "\"max_adds_per_cycle\":" + adds;
    }
    service.signal(SIGHUP);
    REQUIRE(Service::within([&] { return metric(service, counted) > before; }));
    CHECK(service.get("/api/v1/config").find(in_force) != std::string::npos);
  }
  auto const bad = crowd.go();
  CHECK(bad == std::vector<std::string>{});
  CHECK(crowd.asked() > reloads);
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
}

/// Kilobytes that a process holds for itself alone.
std::int64_t memory_of(Service& service) {
  constexpr std::string_view key = "RssAnon:";
  auto const status =
      contents("/proc/" + to_text(std::int64_t{service.process().id()}) + "/status");
  auto const at = status.find(key);
  if (at == std::string::npos) return 0;
  auto const from = status.find_first_not_of(" \t", at + key.size());
  return to_integer(status.substr(from, status.find(' ', from) - from)).value_or(0);
}

/// What comes to a daemon in so many hours: cycles, scrapes, a page that somebody looks at.
void live_through(Service& service, int hours) {
  for (int hour = 0; hour < hours; ++hour) {
    if (hour % 6 == 0) {
      auto const depth = hour % 24 == 0 ? "/api/v1/cycles?full=true" : "/trigger";
      CHECK(Service::within([&] { return service.post(depth).starts_with("HTTP/1.1 200 "); }));
    }
    for (int scrape = 0; scrape < 240; ++scrape) service.get("/metrics");
    for (int look = 1; look <= 30; ++look) {
      service.get("/api/v1/shows?limit=100&sort=rating");
      service.get("/api/v1/shows/" + to_text(look));
      service.get("/api/v1/journal?limit=100");
    }
    for (auto const* const path : {"/api/v1/plan", "/api/v1/export", "/api/v1/cycles", "/nothing"})
      service.get(path);
    service.post("/refilter");
  }
}

// Sanitizers keep what was freed, to see whether it is used.
TEST_CASE("a daemon does not grow with what a day brings" * doctest::skip(is_sanitized)) {
  Service service(2000);
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  // Caches fill, threads begin.
  live_through(service, rounds(7, 7));
  auto const before = memory_of(service);
  live_through(service, rounds(12, 24 * 7));
  auto const after = memory_of(service);
  MESSAGE("kilobytes: ", before, " -> ", after);
  CHECK(before > 0);
  CHECK(after < before + 1536);
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
}

}  // namespace
}  // namespace sievarr::test

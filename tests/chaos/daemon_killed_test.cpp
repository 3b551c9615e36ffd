#include "../tool/support/connection.hpp"
#include "effort.hpp"
#include "scene.hpp"

#include <sievarr/base/number.hpp>

#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

/// `sievarr run`: cycles, decisions of a person by HTTP, and a new config.
namespace sievarr::chaos {
namespace {

using adding::Status;

constexpr auto with_review = R"(
selections:
  - {name: best, rating: {min: 7.4}, mode: review, sonarr: {instance: slow}}
  - {name: good, rating: {min: 7}, sonarr: {instance: main}}
)";

constexpr auto wider_with_review = R"(
selections:
  - {name: best, rating: {min: 7.4}, mode: review, sonarr: {instance: slow}}
  - {name: good, rating: {min: 6.6}, sonarr: {instance: main}}
)";

/// A daemon, and a person who wants something of it and asks again when it has died.
class Service {
 public:
  explicit Service(Death death = {}) : death_(death) { start(); }

  /// Two cycles; between them a person decides about what is in review, and the config changes.
  void work() {
    until_done([this] { return cycle(); });
    until_done([this] { return look(); });
    until_done([this] { return heeds("POST /api/v1/review/approve", list(approved_)); });
    until_done([this] { return heeds("POST /api/v1/review/later", list(rejected_)); });
    until_done([this] { return heeds("POST /api/v1/review/undo", list(rejected_)); });
    until_done([this] { return heeds("POST /api/v1/review/reject", list(rejected_)); });
    scene.write(wider_with_review);
    until_done([this] { return heeds("POST /api/v1/config/reload"); });
    until_done([this] { return cycle(); });
    until_done([this] { return stop(); });
  }

  int passages() const { return passages_; }
  int killed() const { return killed_; }
  std::string const& where() const { return where_; }
  std::set<std::int64_t> const& approved() const { return approved_; }
  std::set<std::int64_t> const& rejected() const { return rejected_; }

  Scene scene{with_review};

 private:
  void start() {
    process_ = scene.begin({"run"}, std::exchange(death_, {}));
    comes_true([this] { return answers("GET /health", 200); });
  }

  void until_done(std::function<bool()> const& step) {
    while (!step()) {
      // Whatever did not come is because it died.
      REQUIRE(scene.died());
      CHECK(std::exchange(exit_, {}).value_or(process_->wait()) == -SIGKILL);
      ++killed_;
      where_ = scene.died_at();
      scene.check_promises();
      start();
    }
  }

  /// Whether that came before it died.
  bool comes_true(std::function<bool()> const& wanted) const {
    for (int look = 0; !scene.died(); ++look) {
      if (wanted()) return true;
      REQUIRE(look < 20'000);
      std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    return false;
  }

  /// A cycle from its beginning to its end.
  bool cycle() const {
    std::optional<std::int64_t> before;
    return comes_true([&] { return (before = last_cycle()).has_value(); }) &&
           comes_true([&] { return answers("POST /api/v1/cycles", 200); }) &&
           comes_true([&] { return last_cycle().value_or(-1) > *before; });
  }

  /// The number of the last cycle, 0 before the first; nothing while one runs or it still starts.
  std::optional<std::int64_t> last_cycle() const {
    constexpr std::string_view name = "\"last_cycle\":{\"id\":";
    auto const status = ask("GET /api/v1/system/status");
    if (status.find("\"phase\":\"idle\"") == npos) return std::nullopt;
    auto const at = status.find(name);
    if (at == npos) return 0;
    auto const from = at + name.size();
    return to_integer(status.substr(from, status.find(',', from) - from));
  }

  /// Sees what is in review: every second show is to be approved, the others are to be rejected.
  bool look() {
    return comes_true([this] {
      for (auto const id : in_review()) (id % 2 == 0 ? approved_ : rejected_).insert(id);
      return !approved_.empty() && !rejected_.empty();
    });
  }

  std::vector<std::int64_t> in_review() const {
    constexpr std::string_view name = "\"show\":{\"id\":";
    auto const queue = ask("GET /api/v1/review?limit=1000");
    std::vector<std::int64_t> ids;
    // A part of an answer is none.
    if (queue.find("\"total\":") == npos) return ids;
    for (auto at = queue.find(name); at != npos; at = queue.find(name, at + 1)) {
      auto const from = at + name.size();
      ids.push_back(to_integer(queue.substr(from, queue.find(',', from) - from)).value_or(0));
    }
    return ids;
  }

  static std::string list(std::set<std::int64_t> const& ids) {
    std::string text;
    for (auto const id : ids) text += (text.empty() ? "" : ",") + to_text(id);
    return "{\"shows\":[" + text + "]}";
  }

  bool stop() {
    ::kill(process_->id(), SIGTERM);
    exit_ = process_->wait();
    passages_ = scene.passages();
    return *exit_ == 0;
  }

  /// Whether it did that, or said that it was done already; while it starts it says neither.
  bool heeds(std::string const& what, std::string const& body = {}) const {
    return comes_true([&] {
      auto const answer = ask(what, body);
      return answer.starts_with("HTTP/1.1 200 ") || answer.starts_with("HTTP/1.1 4");
    });
  }

  bool answers(std::string const& what, int status) const {
    return ask(what).starts_with("HTTP/1.1 " + to_text(status) + " ");
  }

  std::string ask(std::string const& what, std::string const& body = {}) const {
    test::Connection connection(static_cast<std::uint16_t>(to_integer(scene.port()).value_or(0)));
    if (!connection.connected()) return {};
    connection.say(what + " HTTP/1.1\r\nHost: 127.0.0.1:" + scene.port() +
                   "\r\nX-Api-Key: " + Scene::server_key +
                   "\r\nContent-Type: application/json\r\nContent-Length: " + to_text(body.size()) +
                   "\r\nConnection: close\r\n\r\n" + body);
    return connection.hear_all();
  }

  static constexpr auto npos = std::string::npos;

  Death death_;
  std::unique_ptr<test::Process> process_;
  std::optional<int> exit_;  ///< Of a process that was waited for.
  std::set<std::int64_t> approved_;
  std::set<std::int64_t> rejected_;
  int passages_ = 0;
  int killed_ = 0;
  std::string where_;
};

/// Sees that what a person said is remembered, and that all is as it must be.
AddResult ended(Service& service) {
  service.work();
  REQUIRE(service.scene.finish());
  auto ending = service.scene.ending();
  for (auto const id : service.approved())
    CHECK(ending.shows[id] == AddResult::Of{Status::added, "slow", adding::Override::approved});
  for (auto const id : service.rejected()) CHECK(std::get<0>(ending.shows[id]) == Status::skipped);
  service.scene.check();
  return ending;
}

}  // namespace

TEST_CASE(
    "a daemon that is killed at any seam loses nothing, adds nothing twice and keeps its word" *
    doctest::test_suite("slow")) {
  Service calm;
  auto const expected = ended(calm);
  CHECK_FALSE(calm.approved().empty());
  CHECK_FALSE(calm.rejected().empty());
  CHECK(calm.killed() == 0);

  int killed = 0;
  for (int const passage : spread(calm.passages(), test::rounds(42, 400))) {
    CAPTURE(passage);
    Service service({.passage = passage});
    auto const ending = ended(service);
    CAPTURE(service.where());
    CHECK(ending == expected);
    killed += service.killed();
  }
  MESSAGE("killed ", killed, " times, at one of ", calm.passages(), " passages each");
  CHECK(killed >= test::rounds(36, 300));
}

}  // namespace sievarr::chaos

#include "../tool/support/folder.hpp"
#include "../tool/support/process.hpp"
#include "../tool/support/stand_in.hpp"
#include "kills.hpp"
#include "store/journal.hpp"
#include "store/open.hpp"

#include <sievarr/base/number.hpp>

#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace sievarr::chaos {
namespace {

using http::Answer;
using http::Call;
using std::chrono::microseconds;
using std::chrono::milliseconds;

/// What the stand-in does to a POST, and to who sent it.
enum class Trick : std::uint8_t {
  none,
  kill_before,      ///< The sender is killed, the POST is lost.
  kill_after,       ///< The series is added, the sender is killed before it hears of it.
  hang_up_before,   ///< No answer, nothing done.
  hang_up_after,    ///< The series is added, and no answer.
  kill_and_linger,  ///< The sender is killed, and the series is added only a while later.
};

/// A server that adds series as Sonarr does, and remembers in which order it was asked what.
class Sonarr {
 public:
  Sonarr() : server_([this](Call const& call) { return answer(call); }) {}

  std::string address() const { return server_.address(""); }

  /// The POST of that number, counted from 1, is treated so.
  void plan(int number, Trick trick) {
    std::lock_guard const lock(mutex_);
    tricks_[number] = trick;
  }

  std::map<std::int64_t, std::int64_t> library() const {
    std::lock_guard const lock(mutex_);
    return library_;
  }
  int posts() const { return count(posts_); }
  int refused() const { return count(refused_); }
  /// POSTs of a series that had been POSTed before, without the list being read in between.
  int unasked() const { return count(unasked_); }

 private:
  int count(int const& counter) const {
    std::lock_guard const lock(mutex_);
    return counter;
  }

  static void kill_sender(Call const& call) {
    auto const process = to_integer(wire::header(call.request.headers, "X-Process").value_or(""));
    if (process && *process > 1) ::kill(static_cast<pid_t>(*process), SIGKILL);
  }

  Answer list() {
    std::lock_guard const lock(mutex_);
    ++lists_;
    std::string body = "[";
    for (auto const& [tvdb_id, id] : library_)
      body += (body.size() > 1 ? "," : "") + series(id, tvdb_id);
    return wire::Response{.body = body + "]"};
  }

  static std::string series(std::int64_t id, std::int64_t tvdb_id) {
    return R"({"id":)" + to_text(id) + R"(,"tvdbId":)" + to_text(tvdb_id) + "}";
  }

  Answer answer(Call const& call) {
    if (call.request.method == wire::Method::get) return list();
    std::unique_lock lock(mutex_);
    auto const digits = call.request.body.find_first_of("0123456789");
    auto const tvdb_id = std::strtoll(call.request.body.c_str() + digits, nullptr, 10);
    auto const trick = tricks_[++posts_];
    if (auto const before = posted_after_list_.find(tvdb_id);
        before != posted_after_list_.end() && before->second == lists_)
      ++unasked_;
    posted_after_list_[tvdb_id] = lists_;
    http::Delivery const silence{.cut_after = 0, .end = http::Delivery::End::closed};
    if (trick == Trick::kill_before) kill_sender(call);
    if (trick == Trick::kill_before || trick == Trick::hang_up_before)
      return {wire::Response{}, silence};
    if (trick == Trick::kill_and_linger) {
      kill_sender(call);
      lock.unlock();
      std::this_thread::sleep_for(milliseconds{200});
      lock.lock();
    }
    if (library_.count(tvdb_id) > 0) {
      ++refused_;
      return wire::Response{.status = 400, .body = R"([{"errorCode":"SeriesExistsValidator"}])"};
    }
    auto const id = static_cast<std::int64_t>(library_.size()) + 1;
    library_[tvdb_id] = id;
    if (trick == Trick::kill_after) kill_sender(call);
    if (trick == Trick::kill_after || trick == Trick::hang_up_after)
      return {wire::Response{}, silence};
    return wire::Response{.status = 201, .body = series(id, tvdb_id)};
  }

  mutable std::mutex mutex_;
  std::map<std::int64_t, std::int64_t> library_;
  std::map<int, Trick> tricks_;
  std::map<std::int64_t, int> posted_after_list_;
  int lists_ = 0;
  int posts_ = 0;
  int refused_ = 0;
  int unasked_ = 0;
  test::StandIn server_;
};

/// A journal, a server, and somebody who adds so many series and is killed meanwhile.
struct World {
  static constexpr std::int64_t count = 8;

  test::Process start(std::string const& point = "") const {
    std::vector<std::string> arguments = {std::getenv("SIEVARR_ADDER"), folder.file("shows.db"),
                                          sonarr.address(), to_text(count)};
    if (!point.empty()) arguments.push_back(point);
    return test::Process(arguments);
  }

  /// Starts it until it says that it is done; how often that was.
  int finish() const {
    for (int lives = 1; lives <= 5; ++lives)
      if (start().wait() == 0) return lives;
    return 0;
  }

  /// Everything that must hold in the end, whatever happened.
  void check() {
    auto const library = sonarr.library();
    CHECK(library.size() == count);
    CHECK(sonarr.unasked() == 0);
    auto database = store::open_store(folder.file("shows.db"));
    REQUIRE(database);
    CHECK(store::Journal(*database).unfinished()->empty());
    std::map<std::int64_t, std::int64_t> journalled;
    auto statement = database->prepare(
        "SELECT tvdb_id, series_id FROM intents JOIN endings ON intent = id WHERE fate = 'added'");
    REQUIRE(statement);
    while (*statement->step()) journalled[statement->integer(0)] = statement->integer(1);
    CHECK(journalled == library);
  }

  test::Folder folder;
  Sonarr sonarr;
};

}  // namespace

TEST_CASE("undisturbed, each series is posted once") {
  World world;

  CHECK(world.finish() == 1);

  CHECK(world.sonarr.refused() == 0);
  world.check();
  CHECK(world.sonarr.posts() == World::count);
}

TEST_CASE("killed at any point between intent and ending, nothing is lost or added twice") {
  for (auto const* point :
       {"before intent", "after intent", "after answer", "before ending", "after ending"}) {
    CAPTURE(point);
    World world;

    // It dies at the same point of each of its lives, so each gets one step further at most.
    for (int life = 0; life < 3; ++life) CHECK(world.start(point).wait() == -SIGKILL);

    CHECK(world.finish() > 0);
    CHECK(world.sonarr.refused() == 0);
    world.check();
    CHECK(world.sonarr.posts() == World::count);
  }
}

TEST_CASE("killed while a POST is under way, it asks before it sends it again") {
  for (auto const trick : {Trick::kill_before, Trick::kill_after}) {
    for (int const number : {1, 2, 5, 8}) {
      CAPTURE(number);
      World world;
      world.sonarr.plan(number, trick);

      CHECK(world.start().wait() == -SIGKILL);
      CHECK(world.finish() == 1);

      CHECK(world.sonarr.refused() == 0);
      world.check();
      CHECK(world.sonarr.posts() == World::count + (trick == Trick::kill_before ? 1 : 0));
    }
  }
}

TEST_CASE("what the server is still busy with when it is asked is sent twice, and added once") {
  World world;
  world.sonarr.plan(3, Trick::kill_and_linger);

  CHECK(world.start().wait() == -SIGKILL);
  CHECK(world.finish() == 1);
  while (world.sonarr.refused() == 0) std::this_thread::sleep_for(milliseconds{5});

  world.check();
  CHECK(world.sonarr.posts() == World::count + 1);
}

TEST_CASE("a POST without an answer is open until the server was asked") {
  for (auto const trick : {Trick::hang_up_before, Trick::hang_up_after}) {
    World world;
    world.sonarr.plan(3, trick);

    CHECK(world.start().wait() == 1);
    CHECK(world.sonarr.posts() == World::count);
    CHECK(world.finish() == 1);

    CHECK(world.sonarr.refused() == 0);
    world.check();
    CHECK(world.sonarr.posts() == World::count + (trick == Trick::hang_up_before ? 1 : 0));
  }
}

TEST_CASE("killed at random instants, nothing is lost or added twice") {
  auto const wanted = kills_wanted();
  int kills = 0;
  for (unsigned seed = 1; kills < wanted && seed <= 1000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    World world;
    // Long enough to see the end now and then, short enough to see every beginning.
    std::uniform_int_distribution<int> instants(0, 40'000);
    for (int life = 0; life < 6; ++life) {
      auto child = world.start();
      std::this_thread::sleep_for(microseconds{instants(random)});
      child.kill();
      if (child.wait() == -SIGKILL) ++kills;
    }
    REQUIRE(world.finish() > 0);
    CHECK(world.sonarr.refused() == 0);
    world.check();
  }
  CHECK(kills >= wanted);
}

}  // namespace sievarr::chaos

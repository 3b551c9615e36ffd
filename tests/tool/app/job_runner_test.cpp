#include "app/jobs/job_runner.hpp"
#include "../store/opened.hpp"
#include "../support/faulty_disk.hpp"
#include "../support/folder.hpp"
#include "test_world.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <functional>
#include <thread>

namespace sievarr::app {
namespace {

using namespace std::chrono_literals;
using schedule::RunRecord;
using schedule::RunResult;
using schedule::Trigger;
using Pause = JobRunner::Pause;

/// A job that does what a test says, and counts its runs.
class Task final : public Job {
 public:
  using Work = std::function<Outcome<RunEnd>(JobRun&)>;

  explicit Task(schedule::Job plan, Work work = {})
      : plan_(std::move(plan)), work_(std::move(work)) {}

  schedule::Job plan() const override { return plan_; }
  Outcome<RunEnd> run(JobRun& run) override {
    auto end = work_ ? work_(run) : Outcome<RunEnd>(RunEnd{});
    ++runs;
    runs.notify_all();
    return end;
  }

  std::atomic<int> runs = 0;

 private:
  schedule::Job plan_;
  Work work_;
};

schedule::Job every(std::chrono::milliseconds distance, std::string name, std::string lane) {
  return {.name = std::move(name),
          .lane = std::move(lane),
          .grid = schedule::Grid{.distance = distance, .first = Instant{}}};
}

/// Several lives of a runner on one clock and one storage.
class Lives {
 public:
  Lives() { begin(); }

  /// A new life, with what was stored by the last one.
  JobRunner& begin() {
    runner_.reset();
    book_.reset();
    database_.reset();
    database_ = std::make_unique<store::Database>(store::opened(folder_.file("shows.db")));
    book_ = std::make_unique<Book>(*database_);
    runner_ = std::make_unique<JobRunner>(clock, *book_);
    runner_->set_jobs(jobs);
    REQUIRE(book_->runs.end_lost());
    runner_->remember(*book_->runs.memory(), *book_->runs.next_run());
    return *runner_;
  }

  std::shared_ptr<Task> add(schedule::Job plan, Task::Work work = {}) {
    jobs.push_back(std::make_shared<Task>(std::move(plan), std::move(work)));
    runner_->set_jobs(jobs);
    return std::static_pointer_cast<Task>(jobs.back());
  }

  bool step(std::string_view lane) {
    auto const ran = runner_->step(lane);
    REQUIRE(ran);
    return *ran;
  }

  /// The runs of a job, the oldest first.
  std::vector<RunRecord> runs(std::string_view job) {
    auto found = *book_->runs.latest(job, 100);
    return {found.rbegin(), found.rend()};
  }
  std::vector<RunResult> results(std::string_view job) {
    std::vector<RunResult> all;
    for (auto const& run : runs(job)) all.push_back(run.result.value_or(RunResult::lost));
    return all;
  }

  JobRunner& runner() { return *runner_; }
  std::vector<JobEvent> const& events() const { return book_->events; }

  test::VirtualClock clock;
  JobRunner::Jobs jobs;

 private:
  struct Book final : JobHistory {
    explicit Book(store::Database& database) : runs(database) {}

    Outcome<Done> keep(store::JobChanges const& changes) override { return runs.write(changes); }
    void hear(JobEvent const& event) override { events.push_back(event); }

    store::Runs runs;
    std::vector<JobEvent> events;
  };

  test::Folder folder_{test::Folder::On::memory};
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<Book> book_;
  std::unique_ptr<JobRunner> runner_;
};

TEST_CASE("a job runs when it is due, and its record says when, why and how it ended") {
  Lives lives;
  auto const poll = lives.add(every(5min, "poll", "sonarr/watch"), [&](JobRun& run) {
    lives.clock.advance(2s);
    run.tell({.step = "queue", .done = 1, .all = 3});
    CHECK(lives.runner().status().front().progress.step == "queue");
    return RunEnd{.counts = {{"seen", 3}}};
  });
  CHECK_FALSE(lives.step("sonarr/watch"));
  lives.clock.advance(5min);
  auto const began = lives.clock.now();
  CHECK(lives.step("sonarr/watch"));
  CHECK(poll->runs == 1);
  auto const runs = lives.runs("poll");
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].due == began);
  CHECK(runs[0].started == began);
  CHECK(runs[0].ended == began + 2s);
  CHECK(runs[0].result == RunResult::good);
  CHECK(runs[0].counts == std::map<std::string, std::int64_t>{{"seen", 3}});
  CHECK(runs[0].correlation.size() == 16);
  CHECK(lives.events().size() == 2);
  CHECK(lives.runner().next("poll") == began + 5min);
}

TEST_CASE("a run that is due while the last one is under way is skipped and recorded") {
  Lives lives;
  lives.add(every(5min, "poll", "sonarr/watch"), [&](JobRun&) {
    for (int late = 0; late < 2; ++late) {
      lives.clock.advance(5min);
      CHECK_FALSE(lives.step("sonarr/watch"));
    }
    return RunEnd{};
  });
  lives.step("sonarr/watch");
  lives.clock.advance(5min);
  CHECK(lives.step("sonarr/watch"));
  CHECK(lives.results("poll") ==
        std::vector{RunResult::good, RunResult::overrun, RunResult::overrun});
  CHECK_FALSE(lives.runs("poll")[1].started);
  CHECK_FALSE(lives.step("sonarr/watch"));
}

TEST_CASE("what was missed between two lives is caught up once, or said to be missed") {
  Lives lives;
  auto plan = every(6h, "backup", "upkeep");
  plan.missed = schedule::Missed::caught_up;
  auto const backup = lives.add(plan);
  auto const search = lives.add(every(6h, "search", "sonarr/send"));
  for (auto const* const lane : {"upkeep", "sonarr/send"}) lives.step(lane);
  lives.clock.advance(6h);
  for (auto const* const lane : {"upkeep", "sonarr/send"}) CHECK(lives.step(lane));

  lives.clock.advance(50h);
  lives.begin();
  CHECK(lives.step("upkeep"));
  CHECK_FALSE(lives.step("upkeep"));
  CHECK_FALSE(lives.step("sonarr/send"));
  CHECK(backup->runs == 2);
  CHECK(search->runs == 1);
  CHECK(lives.runs("backup").back().trigger == Trigger::catch_up);
  CHECK(lives.results("search") == std::vector{RunResult::good, RunResult::away});
}

TEST_CASE("a pause of a job, of its lane or of all outlives the program, until it is taken back") {
  for (std::string const name : {"poll", "sonarr/watch", "all"}) {
    CAPTURE(name);
    Lives lives;
    auto const poll = lives.add(every(5min, "poll", "sonarr/watch"));
    auto const other = lives.add(every(5min, "other", "radarr/watch"));
    for (auto const* const lane : {"sonarr/watch", "radarr/watch"}) lives.step(lane);
    CHECK(*lives.runner().set_pause(name, Pause::yes) == AskResult::accepted);
    CHECK(*lives.runner().set_pause(name, Pause::yes) == AskResult::already);
    lives.begin();
    CHECK_FALSE(lives.runner().next("poll"));
    for (int late = 0; late < 3; ++late) {
      lives.clock.advance(5min);
      CHECK_FALSE(lives.step("sonarr/watch"));
      CHECK(lives.step("radarr/watch") == (name != "all"));
    }
    // One record tells of the whole pause.
    CHECK(lives.results("poll") == std::vector{RunResult::paused});
    lives.begin();
    CHECK(*lives.runner().set_pause(name, Pause::no) == AskResult::accepted);
    lives.begin();
    lives.clock.advance(5min);
    CHECK(lives.step("sonarr/watch"));
    CHECK(poll->runs == 1);
    CHECK(other->runs == (name == "all" ? 0 : 3));
  }
}

TEST_CASE("what was asked for while a job is paused waits, also through a restart") {
  Lives lives;
  auto const poll = lives.add({.name = "poll", .lane = "sonarr/watch"});
  REQUIRE(lives.runner().set_pause("poll", Pause::yes));
  CHECK(lives.runner().ask("poll") == AskResult::accepted);
  CHECK(lives.runner().ask("poll") == AskResult::already);
  CHECK_FALSE(lives.step("sonarr/watch"));
  lives.begin();
  CHECK_FALSE(lives.step("sonarr/watch"));
  REQUIRE(lives.runner().set_pause("poll", Pause::no));
  CHECK(lives.step("sonarr/watch"));
  CHECK(lives.runs("poll").front().trigger == Trigger::request);
  CHECK(poll->runs == 1);
}

TEST_CASE("a run that is cut ends at its next safe point, and only that run") {
  Lives lives;
  lives.add(every(5min, "poll", "sonarr/watch"), [&](JobRun& run) -> Outcome<RunEnd> {
    if (lives.runs("poll").size() > 1) return RunEnd{};
    CHECK(lives.runner().cut("poll") == AskResult::accepted);
    CHECK(run.stop().stop_requested());
    CHECK(lives.runner().status().front().asked_to_end);
    return RunEnd{.error = "stopped at a safe point"};
  });
  CHECK(lives.runner().cut("poll") == AskResult::already);
  CHECK(lives.runner().cut("nobody") == AskResult::unknown);
  lives.step("sonarr/watch");
  for (int run = 0; run < 2; ++run) {
    lives.clock.advance(5min);
    CHECK(lives.step("sonarr/watch"));
  }
  CHECK(lives.results("poll") == std::vector{RunResult::cut, RunResult::good});
}

TEST_CASE("a run beyond its deadline is asked to end") {
  Lives lives;
  auto plan = every(1h, "poll", "sonarr/watch");
  plan.deadline = 10min;
  lives.add(plan, [&](JobRun& run) -> Outcome<RunEnd> {
    lives.clock.advance(9min);
    lives.step("sonarr/watch");
    CHECK_FALSE(run.stop().stop_requested());
    lives.clock.advance(1min);
    lives.step("sonarr/watch");
    CHECK(run.stop().stop_requested());
    return RunEnd{.error = "it took too long"};
  });
  lives.step("sonarr/watch");
  lives.clock.advance(1h);
  CHECK(lives.step("sonarr/watch"));
  CHECK(lives.results("poll") == std::vector{RunResult::cut});
}

TEST_CASE("a run that fails is recorded with its words, and the next one comes all the same") {
  Lives lives;
  lives.add(every(5min, "poll", "sonarr/watch"),
            [](JobRun&) { return RunEnd{.error = "nobody answers"}; });
  lives.step("sonarr/watch");
  for (int run = 0; run < 2; ++run) {
    lives.clock.advance(5min);
    CHECK(lives.step("sonarr/watch"));
  }
  CHECK(lives.results("poll") == std::vector{RunResult::failed, RunResult::failed});
  CHECK(lives.runs("poll").front().error == "nobody answers");
}

TEST_CASE("lanes do not wait for each other, and what runs ends in order when all is to end") {
  Lives lives;
  std::atomic<bool> is_reading = false;
  lives.add({.name = "read", .lane = "sonarr/read"}, [&](JobRun& run) {
    is_reading = true;
    is_reading.notify_all();
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any asked;
    asked.wait(lock, run.stop(), [] { return false; });
    return RunEnd{.error = "stopped at a safe point"};
  });
  auto const watch = lives.add(every(5min, "watch", "sonarr/watch"));
  std::stop_source stop;
  {
    std::jthread const living([&] { CHECK(lives.runner().run(stop.get_token())); });
    lives.runner().ask("read");
    is_reading.wait(false);
    // The other lane goes on, by request and by time.
    lives.runner().ask("watch");
    watch->runs.wait(0);
    lives.clock.advance(5min);
    lives.runner().look();
    watch->runs.wait(1);
    CHECK(lives.runner().status().front().running);
    stop.request_stop();
  }
  CHECK(lives.results("read") == std::vector{RunResult::cut});
  CHECK(lives.results("watch") == std::vector{RunResult::good, RunResult::good});
}

TEST_CASE("a failure that nothing can go on with ends all lanes and is what the runner gives") {
  Lives lives;
  lives.add({.name = "broken", .lane = "catalogue"}, [](JobRun&) -> Outcome<RunEnd> {
    return Failure{.kind = Failure::Kind::corrupt, .text = "the storage is damaged"};
  });
  lives.runner().ask("broken");
  auto const done = lives.runner().run({});
  REQUIRE_FALSE(done);
  CHECK(done.error().text == "the storage is damaged");
  CHECK(lives.results("broken") == std::vector{RunResult::failed});
}

TEST_CASE("on a full disk jobs go on, and their runs are recorded when there is room again") {
  test::FaultyDisk disk;
  Lives lives;
  auto const poll = lives.add(every(5min, "poll", "sonarr/watch"));
  lives.step("sonarr/watch");
  disk.fail_from(1, SQLITE_FULL);
  for (int run = 0; run < 3; ++run) {
    lives.clock.advance(5min);
    CHECK(lives.step("sonarr/watch"));
  }
  CHECK(poll->runs == 3);
  // Who pauses is told that it would not outlive the program, and it is not paused.
  CHECK_FALSE(lives.runner().set_pause("poll", Pause::yes));
  CHECK(lives.runner().next("poll"));
  disk.work();
  CHECK(lives.runs("poll").empty());
  lives.clock.advance(5min);
  CHECK(lives.step("sonarr/watch"));
  CHECK(lives.results("poll") == std::vector(4, RunResult::good));
  auto const before = lives.runs("poll");
  lives.begin();
  CHECK(lives.runs("poll") == before);
}

TEST_CASE("a run that the program did not survive is lost, and numbers go on behind it") {
  Lives lives;
  lives.add(every(5min, "poll", "sonarr/watch"));
  lives.step("sonarr/watch");
  lives.clock.advance(5min);
  REQUIRE(lives.step("sonarr/watch"));
  lives.begin();
  lives.clock.advance(5min);
  REQUIRE(lives.step("sonarr/watch"));
  CHECK(lives.runs("poll").back().id == 2);
}

TEST_CASE("a job that is no longer wanted runs to its end and never again") {
  Lives lives;
  std::shared_ptr<Task> poll;
  poll = lives.add(every(5min, "poll", "sonarr/watch"), [&](JobRun& run) {
    lives.runner().set_jobs({});
    CHECK(lives.runner().status().empty());
    CHECK_FALSE(run.stop().stop_requested());
    return RunEnd{};
  });
  lives.step("sonarr/watch");
  lives.clock.advance(5min);
  CHECK(lives.step("sonarr/watch"));
  lives.clock.advance(1h);
  CHECK_FALSE(lives.step("sonarr/watch"));
  CHECK(lives.results("poll") == std::vector{RunResult::good});
  CHECK(poll->runs == 1);
}

schedule::Job grid_of(std::chrono::milliseconds distance) {
  return {.name = "catalogue",
          .lane = "catalogue",
          .grid = schedule::Grid{.distance = distance},
          .missed = schedule::Missed::caught_up};
}

TEST_CASE("runs on a grid do not drift, however long they take") {
  Lives lives;
  lives.add(grid_of(6h), [&](JobRun&) {
    lives.clock.advance(17min);
    return RunEnd{};
  });
  lives.runner().make_due("catalogue", Trigger::schedule);
  CHECK(lives.runner().next("catalogue") == lives.clock.now());
  auto const first = lives.clock.now();
  for (int run = 0; run < 100; ++run) {
    CAPTURE(run);
    lives.clock.advance(*lives.runner().next("catalogue") - lives.clock.now());
    CHECK((lives.clock.now() - first) % 6h == 0h);
    CHECK(lives.step("catalogue"));
  }
}

TEST_CASE("the grid of a run in an earlier life goes on, and what was missed is made up for once") {
  Lives lives;
  lives.add(grid_of(6h));
  lives.runner().remember_run("catalogue", lives.clock.now() - 2h);
  CHECK_FALSE(lives.step("catalogue"));
  CHECK(lives.runner().next("catalogue") == lives.clock.now() + 4h);
  lives.clock.advance(50h);
  CHECK(lives.step("catalogue"));
  CHECK_FALSE(lives.step("catalogue"));
  CHECK(*lives.runner().next("catalogue") - lives.clock.now() == 2h);
}

TEST_CASE("another distance counts from the last run on, and a clock set back delays by one") {
  Lives lives;
  lives.add(grid_of(6h));
  lives.runner().make_due("catalogue", Trigger::schedule);
  REQUIRE(lives.step("catalogue"));
  lives.clock.advance(2h);
  lives.runner().set_jobs({std::make_shared<Task>(grid_of(1h))});
  CHECK(*lives.runner().next("catalogue") <= lives.clock.now());
  CHECK(lives.step("catalogue"));
  CHECK(*lives.runner().next("catalogue") - lives.clock.now() == 1h);
  lives.clock.advance(-10 * 24h);
  CHECK(*lives.runner().next("catalogue") - lives.clock.now() <= 1h);
}

TEST_CASE("whoever occupies a lane keeps runs away, and can be asked to end") {
  Lives lives;
  lives.add(grid_of(6h));
  lives.runner().make_due("catalogue", Trigger::schedule);
  auto const held = lives.runner().occupy("catalogue");
  REQUIRE(held);
  CHECK_FALSE(lives.runner().occupy("catalogue"));
  CHECK_FALSE(lives.step("catalogue"));
  CHECK(lives.runner().ask("catalogue") == AskResult::already);
  CHECK(lives.runner().cut("catalogue") == AskResult::accepted);
  CHECK(held->stop().stop_requested());
  lives.runner().release("catalogue");
  CHECK(lives.step("catalogue"));
}

}  // namespace
}  // namespace sievarr::app

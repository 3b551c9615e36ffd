#include <sievarr/schedule/lanes.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::schedule {
namespace in_lanes {

using namespace std::chrono_literals;

Instant at(std::string_view time) { return *to_instant("2026-06-01T" + std::string{time} + "Z"); }

Job job(std::string_view name, std::string_view lane, std::string_view schedule) {
  Job made{.name = std::string{name}, .lane = std::string{lane}};
  if (!schedule.empty()) made.schedule = *Schedule::read(schedule);
  return made;
}

/// A world in which time is a number: what happened, a line each.
struct World {
  std::vector<Job> jobs;
  std::vector<JobState> states = {};
  Pauses pauses = {};
  std::string told = {};

  Turn turn(std::string_view time) { return turn(at(time)); }

  Turn turn(Instant now) {
    auto turn = next_turn(jobs, states, pauses, now);
    states = turn.states;
    for (auto const& start : turn.starts) tell(now, "starts ", start.job, name(start.trigger));
    for (auto const& skip : turn.skips) tell(now, "skips ", skip.job, name(skip.reason));
    for (auto const& end : turn.ends) tell(now, "ends ", end, "");
    return turn;
  }

  void tell(Instant now, std::string_view verb, std::string_view job, std::string_view why) {
    told += to_text(now).substr(11, 5) + " ";
    told.append(verb).append(job).append(why).append("\n");
  }

  static std::string_view name(Trigger trigger) {
    if (trigger == Trigger::request) return " on request";
    return trigger == Trigger::catch_up ? " to catch up" : "";
  }

  static std::string_view name(Skip::Reason reason) {
    if (reason == Skip::Reason::paused) return ", paused";
    return reason == Skip::Reason::away ? ", nobody was there" : ", it has not ended";
  }

  JobState& state(std::string_view job) {
    for (auto& state : states)
      if (state.name == job) return state;
    FAIL("there is no job ", std::string{job});
    return states.front();
  }

  std::string take() { return std::exchange(told, {}); }
};

TEST_CASE("a job begins when it is due, and its lane has one run at a time") {
  World world{{job("backup", "upkeep", "daily 03:00"), job("prune", "upkeep", "daily 03:00"),
               job("poll", "watch", "daily 03:00")}};
  CHECK(world.turn("02:00:00").wake == at("03:00:00"));
  CHECK(world.take() == "");
  world.turn("03:00:00");
  CHECK(world.take() == "03:00 starts backup\n03:00 starts poll\n");
  world.turn("03:10:00");
  CHECK(world.take() == "");
  end_run(world.state("backup"));
  world.turn("03:20:00");
  CHECK(world.take() == "03:20 starts prune\n");
}

TEST_CASE("a run that is due before the last one has ended is skipped and recorded") {
  World world{{job("poll", "watch", "every 15m")}};
  world.turn("10:00:00");
  world.turn("10:15:00");
  world.turn("10:30:00");
  end_run(world.state("poll"));
  world.turn("10:31:00");
  world.turn("10:45:00");
  CHECK(world.take() ==
        "10:15 starts poll\n10:30 skips poll, it has not ended\n10:45 starts poll\n");
}

TEST_CASE("a run that waits for its lane is not joined by a second one") {
  World world{{job("long", "watch", ""), job("poll", "watch", "every 15m")}};
  world.turn("10:00:00");
  ask_for(world.state("long"), at("10:01:00"));
  world.turn("10:01:00");
  world.turn("10:15:00");
  world.turn("10:30:00");
  end_run(world.state("long"));
  world.turn("10:31:00");
  CHECK(world.take() ==
        "10:01 starts long on request\n10:30 skips poll, it has not ended\n10:31 starts poll\n");
}

TEST_CASE("what was missed while nobody was there is caught up once, or recorded") {
  auto backup = job("backup", "upkeep", "every 1h");
  backup.missed = Missed::caught_up;
  World world{{backup, job("search", "send", "every 1h")}};
  world.turn("10:00:00");
  world.turn("15:30:00");
  CHECK(world.take() == "15:30 starts backup to catch up\n15:30 skips search, nobody was there\n");
  end_run(world.state("backup"));
  auto const turn = world.turn("15:31:00");
  CHECK(world.take() == "");
  CHECK(turn.wake == at("16:00:00"));
  // Back just in time for the next one: that is enough, and the others are recorded.
  end_run(world.state("backup"));
  world.turn("19:00:30");
  CHECK(world.take() ==
        "19:00 starts backup\n19:00 starts search\n"
        "19:00 skips backup, nobody was there\n"
        "19:00 skips search, nobody was there\n");
}

TEST_CASE("a pause of a job, of a lane or of all lets nothing begin, and outlives the program") {
  for (auto const& pauses :
       {Pauses{.all = true}, Pauses{.lanes = {"watch"}}, Pauses{.jobs = {"poll"}}}) {
    World world{{job("poll", "watch", "every 1h"), job("look", "watch", "")}};
    world.turn("10:00:00");
    world.pauses = pauses;
    world.turn("11:00:00");
    CHECK(world.take() == "11:00 skips poll, paused\n");
    // Stored and read again, then resumed.
    World later{world.jobs, world.states, world.pauses};
    ask_for(later.state("poll"), at("11:30:00"));
    later.turn("11:30:00");
    CHECK(later.take() == "");
    later.pauses = {};
    later.turn("11:40:00");
    later.turn("12:00:00");
    CHECK(later.take() == "11:40 starts poll on request\n12:00 skips poll, it has not ended\n");
  }
}

TEST_CASE("who was asked for goes before who is due") {
  World world{{job("busy", "send", ""), job("due", "send", "every 15m"), job("asked", "send", "")}};
  world.turn("10:00:00");
  ask_for(world.state("busy"), at("10:01:00"));
  world.turn("10:01:00");
  world.turn("10:15:00");
  ask_for(world.state("asked"), at("10:16:00"));
  world.turn("10:16:00");
  end_run(world.state("busy"));
  world.turn("10:17:00");
  CHECK(world.take() == "10:01 starts busy on request\n10:17 starts asked on request\n");
  // Asked for while it runs, it runs once more; asked for twice, not twice.
  ask_for(world.state("asked"), at("10:18:00"));
  ask_for(world.state("asked"), at("10:19:00"));
  end_run(world.state("asked"));
  world.turn("10:20:00");
  end_run(world.state("asked"));
  world.turn("10:21:00");
  CHECK(world.take() == "10:20 starts asked on request\n10:21 starts due\n");
}

TEST_CASE("a run beyond its deadline is asked once to end") {
  auto slow = job("slow", "read", "every 1h");
  slow.deadline = 20min;
  World world{{slow}};
  world.turn("10:00:00");
  CHECK(world.turn("11:00:00").wake == at("11:20:00"));
  world.turn("11:19:59");
  CHECK(world.turn("11:20:00").wake == at("12:00:00"));
  world.turn("11:21:00");
  CHECK(world.take() == "11:00 starts slow\n11:20 ends slow\n");
}

TEST_CASE("runs on a grid never drift, and hang on the first of them") {
  auto sync = job("catalogue", "catalogue", "");
  sync.missed = Missed::caught_up;
  sync.grid = Grid{.distance = 6h};
  World world{{sync}};
  CHECK_FALSE(world.turn("00:02:00").wake);
  world.state("catalogue").waiting = Waiting{Trigger::schedule, at("00:02:00")};
  world.turn("00:03:00");
  world.jobs[0].grid->first = at("00:03:00");
  end_run(world.state("catalogue"));
  CHECK(world.turn("05:00:00").wake == at("06:03:00"));
  world.turn("06:03:10");
  end_run(world.state("catalogue"));
  CHECK(world.turn("07:00:00").wake == at("12:03:00"));
  CHECK(world.take() == "00:03 starts catalogue\n06:03 starts catalogue\n");
}

TEST_CASE("a grid whose clock was set back makes nobody wait for more than one distance") {
  Grid const grid{.distance = 6h, .first = at("12:00:00")};
  CHECK(grid_behind(grid, at("12:00:00")) == at("18:00:00"));
  CHECK(grid_behind(grid, at("17:59:59")) == at("18:00:00"));
  CHECK(grid_behind(grid, at("11:00:00")) == at("12:00:00"));
  CHECK(grid_behind(grid, at("06:00:00")) == at("12:00:00"));
  CHECK(grid_behind(grid, at("05:00:00")) == at("06:00:00"));
  CHECK_FALSE(grid_behind({.distance = 6h}, at("05:00:00")));
}

TEST_CASE("the next run is now where one waits, and never while it is paused") {
  auto const poll = job("poll", "watch", "every 15m");
  JobState state{.name = "poll", .seen = at("10:01:00")};
  CHECK(next_run(poll, state, {}, at("10:02:00")) == at("10:15:00"));
  CHECK_FALSE(next_run(poll, state, {.lanes = {"watch"}}, at("10:02:00")));
  ask_for(state, at("10:02:00"));
  CHECK(next_run(poll, state, {}, at("10:03:00")) == at("10:03:00"));
}

TEST_CASE("a clock that is set back makes nobody wait for the day it has forgotten") {
  World world{{job("poll", "watch", "every 15m")}};
  world.turn("20:00:00");
  CHECK(world.turn("10:00:00").wake == at("10:15:00"));
  world.turn("10:15:00");
  CHECK(world.take() == "10:15 starts poll\n");
}

TEST_CASE("whatever happens, a lane has one run, and nothing that was due is lost unrecorded") {
  std::mt19937_64 numbers(13);
  std::vector<Job> jobs{job("a", "one", "every 5m"), job("b", "one", "every 7m"),
                        job("c", "two", "*/3 * * * *"), job("d", "two", "")};
  jobs[1].missed = Missed::caught_up;
  jobs[2].deadline = 4min;
  World world{jobs};
  auto now = at("00:00:00");
  world.turn(now);
  for (int step = 0; step < 5000; ++step) {
    auto const before = now;
    now += std::chrono::seconds{numbers() % (step % 50 == 0 ? 3000 : 90)};
    if (numbers() % 3 == 0) end_run(world.states[numbers() % 4]);
    if (numbers() % 9 == 0) ask_for(world.states[numbers() % 4], now);
    world.pauses.all = numbers() % 20 == 0;
    auto const waited = world.states;
    auto const turn = world.turn(now);
    for (std::string_view const lane : {"one", "two"}) {
      int running = 0;
      for (std::size_t at = 0; at < jobs.size(); ++at)
        running += jobs[at].lane == lane && turn.states[at].running;
      REQUIRE(running <= 1);
    }
    for (std::size_t at = 0; at < jobs.size(); ++at) {
      auto const due = due_behind(jobs[at], before);
      if (!due || *due > now) continue;
      bool told = turn.states[at].waiting && !waited[at].waiting;
      for (auto const& start : turn.starts) told |= start.job == jobs[at].name;
      for (auto const& skip : turn.skips) told |= skip.job == jobs[at].name;
      REQUIRE(told);
    }
    REQUIRE((!turn.wake || *turn.wake > now));
  }
}

}  // namespace in_lanes
}  // namespace sievarr::schedule

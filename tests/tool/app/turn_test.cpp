#include "../store/opened.hpp"
#include "../support/folder.hpp"
#include "app/state/catalogue.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <future>
#include <type_traits>
#include <utility>

/// Who may read and write what is stored, and when.
namespace sievarr::app {
namespace {

template <class T>
concept GivesStore = requires(T t) {
  t.store();
};
template <class T>
concept GivesRuns = requires(T t) {
  t.runs();
};
template <class T>
concept GivesTable = requires(T t) {
  t.table();
};
template <class T>
concept GivesRoster = requires(T t) {
  t.roster();
};
template <class T>
concept Writes = requires(T t) {
  t.write(store::Changes{});
};
template <class T>
concept Judges = requires(T t, filter::Plan const& plan) {
  t.judge_again(plan, Instant{}, 0U);
};
template <class T>
concept TellsRefused = requires(T t) {
  t.refused();
};

template <class T>
constexpr int ways_to_the_store =
    GivesStore<T> + GivesTable<T> + GivesRoster<T> + Writes<T> + Judges<T> + TellsRefused<T>;

static_assert(ways_to_the_store<Turn> == 6);
static_assert(ways_to_the_store<Catalogue> == 0, "what is stored is reached by a turn alone");

/// What is in memory follows what a turn writes, so the store alone writes none of it.
static_assert(!Writes<decltype(std::declval<Turn&>().store())>);
static_assert(Writes<store::Catalogue>);

/// Only a catalogue makes turns, and a turn stays where it was taken.
static_assert(!std::is_constructible_v<Turn, Catalogue&>);
static_assert(!std::is_copy_constructible_v<Turn> && !std::is_move_constructible_v<Turn>);
static_assert(!std::is_copy_assignable_v<Turn> && !std::is_move_assignable_v<Turn>);

struct Opened {
  test::Folder folder{test::Folder::On::memory};
  store::Database database = store::opened(folder.file("shows.db"));
  Catalogue catalogue{database};
};

std::size_t present(Catalogue const& catalogue) {
  return catalogue.look(
      [](filter::Table const& table, adding::Roster const&) { return table.present(); });
}

/// Does something in a process of its own, whose words nobody reads; the signal that ended it.
template <class Work>
int signal_of(Work work) {
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
    constexpr unsigned seconds_of_a_deadlock = 20;
    ::alarm(seconds_of_a_deadlock);
    work();
    std::_Exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("a second turn of the same thread is noticed, and does not wait for the first") {
  Opened opened;
  auto const twice = [&] {
    auto const first = opened.catalogue.take_turn();
    auto const second = opened.catalogue.take_turn();
  };
  auto const one_by_one = [&] {
    { auto const first = opened.catalogue.take_turn(); }
    auto const second = opened.catalogue.take_turn();
  };
  CHECK(signal_of(twice) == SIGABRT);
  CHECK(signal_of(one_by_one) == 0);
}

TEST_CASE("another thread gets its turn when the first has ended, and sees what that wrote") {
  Opened opened;
  std::future<Outcome<std::optional<Show>>> other;
  {
    auto turn = opened.catalogue.take_turn();
    other = std::async(std::launch::async,
                       [&] { return opened.catalogue.take_turn().store().shows().find(1); });
    REQUIRE(turn.write({.shows = {{.id = 1}}}));
    REQUIRE(turn.write({.shows = {{.id = 1, .title = "Late"}}}));
  }
  auto const seen = other.get();
  REQUIRE(seen);
  REQUIRE(*seen);
  CHECK((*seen)->title == "Late");
}

TEST_CASE("who looks at what is in memory waits for no turn, and sees the last commit") {
  Opened opened;
  auto turn = opened.catalogue.take_turn();
  CHECK(present(opened.catalogue) == 0);
  REQUIRE(turn.write({.shows = {{.id = 1}, {.id = 2}}}));
  auto other = std::async(std::launch::async, [&] { return present(opened.catalogue); });
  CHECK(other.get() == 2);
}

TEST_CASE("the catalogue is judged again by another plan, and left alone by the same one") {
  Opened opened;
  auto turn = opened.catalogue.take_turn();
  REQUIRE(turn.write({.shows = {{.id = 1}}}));
  filter::Plan const plan;
  auto const judged = turn.judge_if_needed(plan, {}, 10);
  REQUIRE(judged);
  REQUIRE(*judged);
  CHECK((*judged)->judged == 1);
  CHECK((*judged)->progress == *turn.store().mirror().progress());
  auto const again = turn.judge_if_needed(plan, {}, 10);
  REQUIRE(again);
  CHECK_FALSE(*again);
}

}  // namespace sievarr::app

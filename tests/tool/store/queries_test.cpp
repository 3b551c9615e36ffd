#include "../support/folder.hpp"
#include "../support/statements.hpp"
#include "opened.hpp"
#include "store/catalogue.hpp"
#include "store/tables/add_journal.hpp"
#include "store/tables/runs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sievarr::store {
namespace {

/// Everything that the program asks of its database, once.
void ask_everything(std::string const& path) {
  auto database = opened(path);
  Catalogue catalogue(database);
  AddJournalTable journal(database);
  auto const intent = journal.open({.instance = "main", .show_id = 1, .tvdb_id = 5});
  REQUIRE(intent);
  REQUIRE(catalogue.write({.shows = {{.id = 1}},
                           .processing = {{.show_id = 1}},
                           .absences = {{.show_id = 2}},
                           .pages = {{.page = 0}},
                           .endings = {{.intent = intent->id}},
                           .manual_changes = {{.show_id = 1}},
                           .activity = {{.words = "x"}},
                           .activity_since = Instant{},
                           .progress = mirror::MirrorProgress{},
                           .cycle = status::CycleRecord{.id = 1},
                           .plan = adding::PlanReport{}}));
  CHECK(catalogue.shows().find(1));
  CHECK(catalogue.show_states().find(1));
  CHECK(catalogue.mirror().progress());
  CHECK(catalogue.mirror_contents());
  CHECK(catalogue.cycles().latest(10));
  CHECK(catalogue.cycles().all());
  CHECK(catalogue.cycles().count());
  CHECK(catalogue.activity().latest(10));
  CHECK(catalogue.activity().all());
  CHECK(catalogue.activity().count());
  CHECK(catalogue.plans().last());
  CHECK(catalogue.cycles().next_number());
  CHECK(catalogue.manual_actions().of_show(1));
  CHECK(catalogue.show_states().added_since({}));
  CHECK(catalogue.shows().each([](Show const&) {}));
  CHECK(catalogue.show_states().each([](adding::ShowState const&) {}));
  CHECK(journal.unfinished());
  CHECK(journal.of_show(1));
  CHECK(journal.latest(10));
  CHECK(journal.all());
  CHECK(journal.count());
  Runs runs(database);
  REQUIRE(runs.write({.runs = {{.id = 1}}, .memory = schedule::JobMemory{}}));
  CHECK(runs.memory());
  CHECK(runs.next_run());
  CHECK(runs.latest("", 20));
  CHECK(runs.latest(20, 100));
  CHECK(runs.all());
  CHECK(runs.count());
}

bool is_query(std::string const& sql) {
  for (auto const* const verb : {"SELECT", "INSERT", "DELETE", "UPDATE"})
    if (sql.rfind(verb, 0) == 0) return true;
  return false;
}

std::vector<std::string> plan_of(Database& database, std::string const& sql) {
  std::vector<std::string> plan;
  auto statement = database.prepare("EXPLAIN QUERY PLAN " + sql);
  REQUIRE(statement);
  while (*statement->step()) plan.emplace_back(statement->text(3));
  return plan;
}

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no query sorts, and only those that want a whole table go through it") {
  test::Folder const folder;
  test::Statements statements;
  ask_everything(folder.file("shows.db"));
  auto const heard = statements.heard();
  auto database = opened(folder.file("shows.db"));
  auto const queries = std::count_if(heard.begin(), heard.end(), is_query);
  CHECK(queries >= 20);

  for (auto const& sql : heard) {
    if (!is_query(sql)) continue;
    CAPTURE(sql);
    for (auto const& line : plan_of(database, sql)) {
      CAPTURE(line);
      CHECK_FALSE(has(line, "TEMP B-TREE"));
      CHECK_FALSE(has(line, "AUTOMATIC"));
      bool const wants_all = !has(sql, " WHERE ") || has(sql, "WHERE NOT EXISTS");
      if (!wants_all) CHECK_FALSE(has(line, "SCAN"));
    }
  }
}

TEST_CASE("every index is used by a query") {
  test::Folder const folder;
  test::Statements statements;
  ask_everything(folder.file("shows.db"));
  auto const heard = statements.heard();
  auto database = opened(folder.file("shows.db"));
  std::string plans;
  for (auto const& sql : heard)
    if (is_query(sql))
      for (auto const& line : plan_of(database, sql)) plans += line + "\n";

  auto indexes =
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql <> ''");
  REQUIRE(indexes);
  int count = 0;
  while (*indexes->step()) {
    auto const name = std::string(indexes->text(0));
    CAPTURE(name);
    CHECK((has(plans, "USING INDEX " + name) || has(plans, "USING COVERING INDEX " + name)));
    ++count;
  }
  CHECK(count > 0);
}

}  // namespace sievarr::store

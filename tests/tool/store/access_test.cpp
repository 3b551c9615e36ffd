#include "store/tables/access.hpp"
#include "../support/faulty_disk.hpp"
#include "../support/folder.hpp"
#include "opened.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <chrono>
#include <string>

namespace sievarr::store {
namespace {

using namespace std::chrono_literals;

constexpr Instant ten{1'800'000'000s};

access::AuditRecord row(std::string subject) {
  return {.at = ten, .author = "admin", .subject = std::move(subject)};
}

}  // namespace

TEST_CASE("sessions and keys are stored and come back, and a session that ended does not") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  AccessTables tables(database);
  access::Session const session{.id = 1,
                                .hash = "ab",
                                .name = "admin",
                                .way = access::Way::password,
                                .scope = access::Scope::owner,
                                .created = ten,
                                .used = ten};
  access::KeyRecord const key{
      .id = 7, .hash = "cd", .description = "homepage", .created = ten, .expires = ten + 24h};
  REQUIRE(tables.write({.sessions = {session},
                        .keys = {key},
                        .password = access::PasswordState{.hash = "$argon2id$"}}));
  CHECK(*tables.sessions() == std::vector{session});
  CHECK(*tables.keys() == std::vector{key});
  CHECK(tables.password()->hash == "$argon2id$");
  REQUIRE(tables.write({.ended_sessions = {1}}));
  CHECK(tables.sessions()->empty());
}

TEST_CASE("what is counted in an hour is added up") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  AccessTables tables(database);
  access::AccessCount const count{.subject = "7", .hour = ten, .requests = 3};
  REQUIRE(tables.write({.counts = {count}}));
  REQUIRE(tables.write({.counts = {count, {.subject = "7", .hour = ten + 1h, .requests = 1}}}));
  auto const counts = tables.counts_since(access::Counted::key, ten);
  REQUIRE(counts);
  REQUIRE(counts->size() == 2);
  CHECK(counts->front().requests == 6);
  CHECK(tables.counts_since(access::Counted::key, ten + 1h)->size() == 1);
  CHECK(tables.counts_since(access::Counted::failure, ten)->empty());
}

TEST_CASE("rows of the audit are numbered and chained, and nobody changes one") {
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  AccessTables tables(database);
  for (auto const* const subject : {"one", "two", "three"})
    REQUIRE(tables.write({.audit = row(subject)}));
  auto const all = AuditTable(database).latest(10);
  REQUIRE(all);
  REQUIRE(all->size() == 3);
  CHECK(all->front().subject == "three");
  CHECK_FALSE(access::first_broken(*all));
  CHECK(AuditTable(database).latest(1, 3)->front().subject == "two");
  CHECK_FALSE(database.run("UPDATE audit SET author = 'nobody'"));
}

TEST_CASE("a change and its row of the audit are written together, or neither is") {
  test::FaultyDisk disk;
  test::Folder const folder;
  auto database = opened(folder.file("shows.db"));
  AccessTables tables(database);
  disk.fail_from(1, SQLITE_FULL);
  CHECK_FALSE(tables.write({.keys = {{.id = 1, .hash = "ab"}}, .audit = row("key 1")}));
  disk.work();
  CHECK(tables.keys()->empty());
  CHECK(AuditTable(database).latest(10)->empty());
}

}  // namespace sievarr::store

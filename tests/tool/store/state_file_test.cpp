#include "store/state_file.hpp"
#include "../support/folder.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

namespace sievarr::store {
namespace {

mirror::MirrorProgress const progress{.last_full_sync = to_instant("2026-01-31T10:30:00Z"),
                                      .last_tvmaze_page = 280,
                                      .highest_tvmaze_id = 70'123,
                                      .last_filter_hash = "9f86"};

std::string const written =
    "{\"last_full_sync\":\"2026-01-31T10:30:00Z\",\"last_tvmaze_page\":280,"
    "\"highest_tvmaze_id\":70123,\"last_filter_hash\":\"9f86\"}\n";

std::string text_of(test::Folder const& folder) {
  auto const text = os::read_file(folder.file("state.json"), 10'000);
  return text ? *text : "";
}

std::vector<std::string> mended(test::Folder const& folder, mirror::MirrorProgress const& truth) {
  auto const warnings = StateFile(folder.path()).mend(truth);
  REQUIRE(warnings);
  return *warnings;
}

}  // namespace

TEST_CASE("the state is a file that people can read") {
  test::Folder const folder;

  REQUIRE(StateFile(folder.path()).save(progress));

  CHECK(text_of(folder) == written);
  CHECK(mended(folder, progress).empty());
}

TEST_CASE("a first start is nothing to warn of") {
  test::Folder const folder;

  CHECK(mended(folder, {}).empty());
  CHECK(text_of(folder) == "{\"highest_tvmaze_id\":0}\n");
}

TEST_CASE("a file that is behind the database is brought in line without a word") {
  test::Folder const folder;
  auto before = progress;
  before.last_tvmaze_page = 279;
  REQUIRE(StateFile(folder.path()).save(before));

  CHECK(mended(folder, progress).empty());
  CHECK(text_of(folder) == written);
}

TEST_CASE("a file that cannot be read is told of, and written anew") {
  test::Folder const folder;
  auto const path = folder.file("state.json");
  for (std::string const text : {"", "nonsense", "{\"last_tvmaze_page\":\"x\"}", "[]", "{"}) {
    CAPTURE(text);
    REQUIRE(os::write_file(path, text));
    REQUIRE(StateFile(folder.path()).keep(progress));
    auto const with_copy = mended(folder, progress);
    REQUIRE(with_copy.size() == 1);
    CHECK(with_copy[0].find("\"" + path + "\" cannot be read: ") == 0);
    CHECK(with_copy[0].find("; taken from \"" + path + ".bak\"") != std::string::npos);
    CHECK(text_of(folder) == written);

    REQUIRE(os::write_file(path, text));
    REQUIRE(os::write_file(path + ".bak", text));
    auto const without = mended(folder, progress);
    REQUIRE(without.size() == 2);
    CHECK(without[1].find("; rebuilt from the database") != std::string::npos);
    CHECK(text_of(folder) == written);
  }
}

TEST_CASE("a file that is lost is told of where there is a copy") {
  test::Folder const folder;
  REQUIRE(StateFile(folder.path()).keep(progress));

  CHECK(mended(folder, progress) == std::vector<std::string>{"\"" + folder.file("state.json") +
                                                             "\" is not there; taken from \"" +
                                                             folder.file("state.json.bak") + "\""});
}

TEST_CASE("a database that was taken away is told of") {
  test::Folder const folder;
  REQUIRE(StateFile(folder.path()).save(progress));

  CHECK(mended(folder, {}) ==
        std::vector<std::string>{"\"" + folder.file("state.json") +
                                 "\" tells of a catalogue that the database does not have; it is "
                                 "fetched anew"});
}

TEST_CASE("a place that cannot be written is a failure") {
  test::Folder const folder;

  CHECK_FALSE(StateFile(folder.file("none")).save(progress));
  CHECK_FALSE(StateFile(folder.file("none")).keep(progress));
  CHECK_FALSE(StateFile(folder.file("none")).mend(progress));
}

}  // namespace sievarr::store

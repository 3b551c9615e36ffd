#include "os/write_file.hpp"
#include "../support/folder.hpp"
#include "os/file.hpp"
#include "os/lock.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <string>

namespace sievarr::os {

TEST_CASE("a file is replaced as a whole, for its owner alone") {
  test::Folder const folder;
  auto const path = folder.file("state.json");

  REQUIRE(write_file(path, "first"));
  REQUIRE(write_file(path, "second"));

  CHECK(*read_file(path, 100) == "second");
  CHECK_FALSE(exists(path + ".tmp"));
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("a file that cannot be written leaves the old one and says why") {
  test::Folder const folder;
  auto const missing = write_file(folder.file("none/state.json"), "x");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == Failure::Kind::missing);
  CHECK(missing.error().hint == "create the folder \"" + folder.file("none") + "\"");

  auto const path = folder.file("state.json");
  REQUIRE(write_file(path, "old"));
  REQUIRE(::mkdir((path + ".tmp").c_str(), 0700) == 0);
  CHECK_FALSE(write_file(path, "new"));
  CHECK(*read_file(path, 100) == "old");
}

TEST_CASE("a file that is moved takes the place of another, or says why not") {
  test::Folder const folder;
  REQUIRE(write_file(folder.file("a"), "new"));
  REQUIRE(write_file(folder.file("b"), "old"));

  REQUIRE(move_file(folder.file("a"), folder.file("b")));

  CHECK(*read_file(folder.file("b"), 100) == "new");
  CHECK_FALSE(exists(folder.file("a")));
  CHECK(move_file(folder.file("none"), folder.file("b")).error().kind == Failure::Kind::missing);
  CHECK_FALSE(move_file(folder.file("b"), folder.file("none/b")));
  CHECK(*read_file(folder.file("b"), 100) == "new");
}

TEST_CASE("a full disk and a read-only one are told apart") {
  CHECK(unwritten("/data/x", ENOSPC).kind == Failure::Kind::disk_full);
  CHECK(unwritten("/data/x", EROFS).kind == Failure::Kind::read_only);
  CHECK(unwritten("/data/x", EACCES).hint == "let this user write to \"/data\"");
  CHECK(unwritten("x", EIO).kind == Failure::Kind::broken);
}

TEST_CASE("a lock keeps a second one away, and names the first") {
  test::Folder const folder;
  auto const path = folder.file("lock");
  auto taken = Lock::take(path, "sievarr run, process 17");
  REQUIRE(taken);
  auto first = std::make_unique<Lock>(*std::move(taken));

  auto const second = Lock::take(path, "sievarr sync, process 18");
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == Failure::Kind::locked);
  CHECK(second.error().text == "\"" + path + "\" is held by \"sievarr run, process 17\"");

  first.reset();
  CHECK(Lock::take(path, "sievarr sync, process 18"));
}

}  // namespace sievarr::os

#include "../support/folder.hpp"
#include "os/write_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

/// What the disk is told, in which order: the linker leads these calls past us.
namespace sievarr::os {
namespace {

/// Writes down what is told to the disk while it lives, one at a time. Other threads keep out.
class Told {
 public:
  Told() { listening() = this; }
  ~Told() { listening() = nullptr; }
  Told(Told const&) = delete;
  Told& operator=(Told const&) = delete;

  static Told*& listening() {
    thread_local Told* who = nullptr;
    return who;
  }

  /// What was told of a file or folder; of a file by its number, as it is named then.
  static void note(std::string const& step, int file) {
    if (listening() == nullptr) return;
    std::string path(4096, '\0');
    auto const link = "/proc/self/fd/" + std::to_string(file);
    auto const size = ::readlink(link.c_str(), path.data(), path.size());
    path.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    note(step, path);
  }
  static void note(std::string const& step, std::string const& path) {
    if (listening() != nullptr)
      listening()->steps.push_back(step + " " + path.substr(path.rfind('/') + 1));
  }

  std::vector<std::string> steps;
};

}  // namespace
}  // namespace sievarr::os

// The names are the linker's.
extern "C" {
int __real_fsync(int file);
int __real_rename(char const* from, char const* to);

int __wrap_fsync(int file) {
  sievarr::os::Told::note("sync", file);
  return __real_fsync(file);
}
int __wrap_rename(char const* from, char const* to) {
  sievarr::os::Told::note("name", std::string(to));
  return __real_rename(from, to);
}
}

namespace sievarr::os {

TEST_CASE("a file is on the disk before it has its name, and its name before anybody is told") {
  test::Folder const folder;
  auto const name_of_folder = folder.path().substr(folder.path().rfind('/') + 1);
  Told const told;

  REQUIRE(write_file(folder.file("state.json"), "text"));

  CHECK(told.steps == std::vector<std::string>{"sync state.json.tmp", "name state.json",
                                               "sync " + name_of_folder});
}

TEST_CASE("a file that is moved is on the disk before it takes another's place") {
  test::Folder const folder;
  auto const name_of_folder = folder.path().substr(folder.path().rfind('/') + 1);
  REQUIRE(write_file(folder.file("new"), "text"));
  Told const told;

  REQUIRE(move_file(folder.file("new"), folder.file("old")));

  CHECK(told.steps == std::vector<std::string>{"sync new", "name old", "sync " + name_of_folder});
}

}  // namespace sievarr::os

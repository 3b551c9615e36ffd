#include "../support/folder.hpp"
#include "../support/process.hpp"
#include "os/file.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace sievarr::test {
namespace {

std::string demo(Folder const& folder, std::string const& options) {
  auto const* const program = std::getenv("SIEVARR_FOLDER");
  return "TMPDIR=" + folder.path() + " exec " + (program ? program : "build/release/tool") +
         "/sievarr demo --shows 100 " + options + " 2>" + folder.file("log");
}

TEST_CASE("a demo shows where everything is, ends when its time is over, and leaves nothing") {
  Folder const folder;
  Process process({"/bin/sh", "-c", demo(folder, "--for 5s >" + folder.file("out"))});
  CHECK(process.wait() == 0);
  auto const out = os::read_file(folder.file("out"), 1 << 20);
  REQUIRE(out);
  CHECK(out->find("\n  page    http://127.0.0.1:") != std::string::npos);
  CHECK(out->find("\n  key     ") != std::string::npos);
  CHECK(out->find("\n  config  " + folder.path() + "/sievarr-demo-") != std::string::npos);
  auto const log = os::read_file(folder.file("log"), 1 << 20);
  REQUIRE(log);
  CHECK(log->find("added a series") != std::string::npos);
  CHECK(log->find("a cycle has ended cycle=1") != std::string::npos);
  for (auto const& left : std::filesystem::directory_iterator(folder.path()))
    CHECK((left.path().filename() == "log" || left.path().filename() == "out"));
}

TEST_CASE("a demo that is told to end does so in order, and keeps the folder that it was given") {
  Folder const folder;
  Process process({"/bin/sh", "-c", demo(folder, "--speed 1 --folder " + folder.file("kept"))});
  auto const config = process.read_line("  config  ");
  CHECK(config == folder.file("kept/config.yaml"));
  ::kill(process.id(), SIGINT);
  CHECK(process.wait() == 0);
  CHECK(os::exists(config));

  Process again({"/bin/sh", "-c", demo(folder, "--folder " + folder.file("kept"))});
  CHECK(again.wait() == 1);
  auto const said = os::read_file(folder.file("log"), 1 << 20);
  REQUIRE(said);
  CHECK(said->find("config.yaml is there already, and a demo writes its own") != said->npos);
}

TEST_CASE("a demo takes no notice of what is set for another config") {
  Folder const folder;
  Process process({"/bin/sh", "-c",
                   "export SIEVARR_DRY_RUN=perhaps SIEVARR_STORAGE_PATH=/nowhere; " +
                       demo(folder, "--for 1s")});
  CHECK(process.wait() == 0);
}

}  // namespace
}  // namespace sievarr::test

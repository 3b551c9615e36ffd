#include "answering.hpp"
#include "os/folder.hpp"
#include "os/write_file.hpp"

#include <sievarr/api/system.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/derive/json.hpp>

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <string>

/// The file of the config, changed by somebody who is not at it.
namespace sievarr::test {
namespace {

/// A daemon whose config is a file that may be changed.
struct Edited {
  explicit Edited(std::string const& more = ", edit_config: true") {
    auto text = answering.daemon.text;
    text.insert(text.find("server: {api_key: open sesame") + 29, more);
    text += "# a remark\n";
    REQUIRE(os::write_file(path, text));
    answering.daemon.file = path;
    answering.application.reset();
    answering.site.reset();
    answering.application = answering.daemon.start();
    answering.serve();
  }

  std::string on_disk() const { return *os::read_file(path, 1 << 20); }

  document::Node lent() {
    auto const answer = answering.get("/api/v1/config/file");
    REQUIRE(answer.status == 200);
    return json(answer.body);
  }

  wire::Response put(std::string const& text, std::string const& sha256) {
    return answering.put("/api/v1/config/file",
                         derive::to_json(api::ConfigChange{.text = text, .sha256 = sha256}));
  }

  wire::Response change(std::string const& was, std::string const& is) {
    auto const file = lent();
    auto text = at(file, "text");
    auto const place = text.find(was);
    REQUIRE(place != text.npos);
    return put(text.replace(place, was.size(), is), at(file, "sha256"));
  }

  Answering answering;
  Folder folder;
  std::string path = folder.file("config.yaml");
};

std::string title(wire::Response const& answer) { return at(json(answer.body), "title"); }

}  // namespace

TEST_CASE("the file of the config is lent without its secrets and with its comments") {
  Edited edited;
  auto const file = edited.lent();

  CHECK(at(file, "text").find("open sesame") == std::string::npos);
  CHECK(at(file, "text").find("# a remark") != std::string::npos);
  CHECK(at(file, "sha256") == sha256_hex(edited.on_disk()));
  CHECK(at(file, "editable") == "true");
}

TEST_CASE("a change is written with its secrets and comments, and is in force") {
  Edited edited;
  auto const before = edited.on_disk();

  auto const answer = edited.change("min: 7", "min: 8.5");

  CHECK_MESSAGE(answer.status == 200, answer.body);
  auto expected = before;
  expected.replace(expected.find("min: 7"), 6, "min: 8.5");
  CHECK(edited.on_disk() == expected);
  auto const& filter = edited.answering.application->config_in_force()->config().filter;
  CHECK(reflect::word_of(*filter.selections.front().criteria.rating.min) == "8.5");
}

TEST_CASE("what the file said before is kept, nine times") {
  Edited edited;
  auto const versions = edited.answering.daemon.folder.path() + "/config";
  auto const first = edited.on_disk();
  REQUIRE(edited.change("min: 7", "min: 8").status == 200);

  auto const names = os::files_in(versions);
  REQUIRE(names.size() == 1);
  CHECK(*os::read_file(versions + "/" + names.front(), 1 << 20) == first);
  struct stat found = {};
  REQUIRE(::stat((versions + "/" + names.front()).c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  for (auto const* const step : {"8", "9", "8", "9", "8", "9", "8", "9", "8", "9", "8"}) {
    edited.answering.daemon.clock.advance(std::chrono::seconds{2});
    auto const was = std::string{step} == "8" ? "min: 9" : "min: 8";
    if (edited.on_disk().find(was) != std::string::npos)
      REQUIRE(edited.change(was, std::string{"min: "} + step).status == 200);
  }
  CHECK(os::files_in(versions).size() == 9);
}

TEST_CASE("nothing is written unless the config allows it") {
  Edited edited("");
  auto const before = edited.on_disk();

  auto const answer = edited.change("min: 7", "min: 8");

  CHECK(answer.status == 403);
  CHECK(title(answer) == "the config is changed in its file only");
  CHECK(edited.on_disk() == before);
  CHECK(at(edited.lent(), "editable") == "false");
}

TEST_CASE("who has seen another text changes nothing") {
  Edited edited;
  auto const file = edited.lent();
  REQUIRE(os::replace_file(edited.path, edited.on_disk() + "# by hand\n"));
  auto const before = edited.on_disk();

  auto const answer = edited.put(at(file, "text"), at(file, "sha256"));

  CHECK(answer.status == 412);
  CHECK(title(answer) == "the file has changed meanwhile");
  CHECK(edited.on_disk() == before);
}

TEST_CASE("a text with errors is not written, and is told with its places") {
  Edited edited;
  auto const before = edited.on_disk();

  auto const answer = edited.change("rating: {min: 7}", "rateing: {min: 7}");

  CHECK(answer.status == 422);
  CHECK(answer.body.find("did you mean") != std::string::npos);
  CHECK(edited.on_disk() == before);
}

TEST_CASE("what is guarded is not changed over HTTP, nor is the gate opened wider") {
  Edited edited;
  auto const before = edited.on_disk();

  for (auto const* const change :
       {"edit_config: true, port: 9000", "edit_config: true, host: 127.0.0.1"}) {
    auto const answer = edited.change("edit_config: true", change);
    CHECK(answer.status == 422);
    CHECK(answer.body.find("can be changed in the file only") != std::string::npos);
  }
  CHECK(edited.change("dry_run: false", "dry_run: false\nstorage: {path: /tmp}").status == 422);
  CHECK(edited.on_disk() == before);
}

TEST_CASE("a server that does not have what the new config wants is told before it is written") {
  Edited edited;
  auto const before = edited.on_disk();

  auto const answer = edited.change("quality_profile: HD-1080p", "quality_profile: Nothing");

  CHECK(answer.status == 422);
  CHECK(answer.body.find("Nothing") != std::string::npos);
  CHECK(edited.on_disk() == before);
}

TEST_CASE("a file that cannot be written stays, and is told") {
  Edited edited;
  auto const before = edited.on_disk();
  auto const file = edited.lent();
  REQUIRE(::rename(edited.path.c_str(), (edited.path + ".real").c_str()) == 0);
  REQUIRE(::symlink((edited.path + ".real").c_str(), edited.path.c_str()) == 0);
  auto text = at(file, "text");
  text.replace(text.find("min: 7"), 6, "min: 8");

  // A link goes on leading to it.
  CHECK(edited.put(text, at(file, "sha256")).status == 200);
  struct stat found = {};
  REQUIRE(::lstat(edited.path.c_str(), &found) == 0);
  CHECK(S_ISLNK(found.st_mode));

  // Where its new text should be made, is a folder.
  REQUIRE(os::make_folder(edited.path + ".real.tmp"));
  auto const written = edited.on_disk();
  auto const answer = edited.change("min: 8", "min: 9");
  CHECK(answer.status == 409);
  CHECK(edited.on_disk() == written);
  CHECK(written != before);
}

TEST_CASE("who may read the file may do so after a change") {
  Edited edited;
  REQUIRE(::chmod(edited.path.c_str(), 0640) == 0);

  REQUIRE(edited.change("min: 7", "min: 8").status == 200);

  struct stat found = {};
  REQUIRE(::stat(edited.path.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0640);
}

}  // namespace sievarr::test

#include "serve/access/key.hpp"

#include "../support/folder.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <string>

namespace sievarr::serve {
namespace {

config::Server with_key(std::string text) {
  config::Server server;
  server.api_key = value::Secret(std::move(text));
  return server;
}

}  // namespace

TEST_CASE("where the config has no key one is made once, for its owner alone") {
  test::Folder const folder;
  auto const first = keep_key({}, folder.path());
  REQUIRE(first);
  CHECK(first->is_new);
  CHECK(first->file == folder.path() + "/api_key");
  CHECK(first->secret.reveal().size() == 64);
  struct stat status {};
  REQUIRE(::stat(first->file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);

  auto const second = keep_key({}, folder.path());
  REQUIRE(second);
  CHECK_FALSE(second->is_new);
  CHECK(second->secret.same_as(first->secret));
  auto const stored = stored_key({}, folder.path());
  REQUIRE((stored && stored->has_value()));
  CHECK((*stored)->same_as(first->secret));
}

TEST_CASE("a key of the config counts, and nothing is stored then") {
  test::Folder const folder;
  auto const key = keep_key(with_key("said"), folder.path());
  REQUIRE(key);
  CHECK(key->secret.reveal() == "said");
  CHECK(key->file.empty());
  CHECK_FALSE(os::exists(folder.path() + "/api_key"));
  CHECK(keep_key(with_key(""), folder.path())->is_new);
}

TEST_CASE("a mask is no key, whether the config says it or the storage has it") {
  test::Folder const folder;
  auto const said = keep_key(with_key("********"), folder.path());
  REQUIRE_FALSE(said);
  CHECK(said.error().text == "server.api_key is a mask, not a key");
  CHECK_FALSE(stored_key(with_key("********"), folder.path()));
  CHECK_FALSE(os::exists(folder.path() + "/api_key"));

  REQUIRE(os::write_file(folder.path() + "/api_key", "********\n"));
  auto const stored = keep_key({}, folder.path());
  REQUIRE_FALSE(stored);
  CHECK(stored.error().text.find("holds no key") != std::string::npos);
}

TEST_CASE("no two folders have the same key, and one without has none") {
  test::Folder const one;
  test::Folder const two;
  CHECK_FALSE(stored_key({}, one.path())->has_value());
  CHECK_FALSE(keep_key({}, one.path())->secret.same_as(keep_key({}, two.path())->secret));
}

TEST_CASE("a stored key that is none is not replaced behind anybody's back") {
  test::Folder const folder;
  for (std::string const& text :
       {std::string(), std::string(" \n"), std::string(5000, 'x'), std::string("a\x01")}) {
    REQUIRE(os::write_file(folder.path() + "/api_key", text));
    auto const key = keep_key({}, folder.path());
    CHECK_FALSE(key);
    CHECK(*os::read_file(folder.path() + "/api_key", 9999) == text);
  }
  CHECK_FALSE(keep_key({}, folder.path() + "/not/there"));
}

}  // namespace sievarr::serve

#include "../support/folder.hpp"
#include "os/file.hpp"
#include "os/write_file.hpp"
#include "ran.hpp"
#include "store/catalogue.hpp"
#include "store/open.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::test {
namespace {

/// Commands about access, with a config and a storage of their own.
class AccessAtHome {
 public:
  AccessAtHome() { write(""); }

  void write(std::string const& more) {
    REQUIRE(os::write_file(folder_.file("config.yaml"),
                           "selections: [{rating: {min: 8}}]\nstorage: {path: " +
                               folder_.file("data") + "}\n" + more));
  }

  Ran run(std::vector<std::string> arguments, std::string in = {}) {
    arguments.insert(arguments.begin(), "access");
    arguments.insert(arguments.end(), {"--config", folder_.file("config.yaml")});
    return test::run(arguments, {.in = std::move(in)});
  }

  std::string data(std::string const& name) { return folder_.file("data/" + name); }

  access::PasswordState password() {
    auto database = store::open_to_read(data("shows.db"));
    REQUIRE(database);
    auto state = store::AccessTables(*database).password();
    REQUIRE(state);
    return *state;
  }

 private:
  Folder folder_;
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a password comes in as a line, and is stored as a hash alone") {
  AccessAtHome home;
  auto const ran = home.run({"password"}, "correct horse battery\n");
  CHECK(ran.exit == os::Exit::fine);
  CHECK(holds(ran.out, "the password is set"));
  CHECK(holds(ran.out, "set access.mode to password"));
  CHECK_FALSE(holds(ran.out + ran.error, "horse"));
  CHECK(home.password().hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(home.password().setup_ended);

  auto const short_one = home.run({"password"}, "short\n");
  CHECK(short_one.exit == os::Exit::findings);
  CHECK(holds(short_one.error, "at least 8 letters"));
  CHECK(home.run({"password"}, "").exit == os::Exit::findings);

  home.write("access: {mode: password, password: of the config}\n");
  auto const locked = home.run({"password"}, "correct horse battery\n");
  CHECK(locked.exit == os::Exit::findings);
  CHECK(holds(locked.error, "access.password says the password"));
}

TEST_CASE("a key is printed when it is made, then listed without itself, then revoked") {
  AccessAtHome home;
  auto const made = home.run({"keys", "make", "homepage", "--scope", "act"});
  REQUIRE(made.exit == os::Exit::fine);
  auto const key = made.out.substr(0, made.out.find('\n'));
  CHECK(key.size() == 42);
  CHECK(holds(made.error, "key 1 is shown this once"));
  auto const list = home.run({"keys"});
  CHECK(holds(list.out, "homepage"));
  CHECK(holds(list.out, "in force"));
  CHECK_FALSE(holds(list.out, key));
  CHECK(holds(home.run({"keys", "--json"}).out, "\"scope\":\"act\""));
  CHECK(home.run({"keys", "revoke", "1"}).out == "key 1 is revoked\n");
  CHECK(home.run({"keys", "revoke", "1"}).exit == os::Exit::findings);
  CHECK(home.run({"keys", "revoke", "one"}).exit == os::Exit::misused);
  CHECK(holds(home.run({"keys"}).out, "revoked 20"));
  for (auto const& wrong :
       std::vector<std::vector<std::string>>{{"keys", "make", " "},
                                             {"keys", "make", "a", "--scope", "all"},
                                             {"keys", "make", "a", "--expires", "tomorrow"}}) {
    auto const ran = home.run(wrong);
    CHECK(ran.exit == os::Exit::misused);
  }
}

TEST_CASE("nobody is signed in where nobody was, and a session that is not there cannot be ended") {
  AccessAtHome home;
  REQUIRE(home.run({"password"}, "correct horse battery\n").exit == os::Exit::fine);
  CHECK(home.run({"sessions"}).out == "nobody is signed in\n");
  auto const ran = home.run({"sessions", "end", "3"});
  CHECK(ran.exit == os::Exit::findings);
  CHECK(holds(ran.error, "there is no session 3"));
}

TEST_CASE("a token is printed where there is one, and a reset lets the page be set up anew") {
  AccessAtHome home;
  REQUIRE(home.run({"password"}, "correct horse battery\n").exit == os::Exit::fine);
  auto const none = home.run({"token"});
  CHECK(none.exit == os::Exit::findings);
  CHECK(holds(none.error, "there is no token"));
  REQUIRE(os::write_file(home.data("setup.token"), "abc\n"));
  CHECK(home.run({"token"}).out == "abc\n");
  CHECK(home.run({"reset"}).exit == os::Exit::fine);
  CHECK_FALSE(home.password().hash);
  CHECK_FALSE(home.password().setup_ended);

  auto const lock = store::take_lock(home.data(""), "sievarr run");
  REQUIRE(lock);
  CHECK(home.run({"reset"}).exit != os::Exit::fine);
}

}  // namespace sievarr::test

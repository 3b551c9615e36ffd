#include "ran.hpp"
#include "service.hpp"

namespace sievarr::test {
namespace {

Ran asked(Service& service, std::vector<std::string> arguments, std::string in = {}) {
  arguments.insert(arguments.begin(), "access");
  arguments.insert(arguments.end(), {"--config", service.file("config.yaml")});
  return run(arguments, {.in = std::move(in)});
}

std::string me(Service& service, std::string const& header) {
  Connection connection(service.port());
  connection.say("GET /api/v1/access/me HTTP/1.1\r\nHost: localhost\r\n" + header +
                 "\r\nConnection: close\r\n\r\n");
  return connection.hear_all();
}

bool contains(std::string const& text, std::string_view part) {
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("commands about access ask the daemon that holds the storage, and it takes their word") {
  Service service;
  service.write("access: {mode: password}\n");
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  CHECK(service.says("nobody can sign in, since there is no password"));
  auto const made = asked(service, {"keys", "make", "homepage"});
  CAPTURE(made.error);
  REQUIRE(made.exit == os::Exit::fine);
  CHECK(contains(made.error, "holds the storage, and was asked"));
  auto const key = made.out.substr(0, made.out.find('\n'));
  CHECK(contains(me(service, "X-Api-Key: " + key), "\"scope\":\"read\""));
  CHECK(contains(asked(service, {"keys"}).out, "homepage"));

  CHECK(asked(service, {"password"}, "correct horse battery\n").exit == os::Exit::fine);
  CHECK(contains(asked(service, {"password"}, "short\n").error, "at least 8 letters"));
  CHECK(asked(service, {"sessions"}).out == "nobody is signed in\n");
  CHECK(contains(asked(service, {"sessions", "end", "5"}).error, "there is no session 5"));
  CHECK(asked(service, {"keys", "revoke", "1"}).exit == os::Exit::fine);
  CHECK(contains(me(service, "X-Api-Key: " + key), " 401 "));
  CHECK(contains(asked(service, {"reset"}).error, "sievarr run"));
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);

  // What was used is written down when it ends.
  CHECK(contains(asked(service, {"keys"}).out, "revoked 20"));
  CHECK(contains(asked(service, {"keys", "--json"}).out, "\"address\":\"127.0.0.1\""));
}

}  // namespace sievarr::test

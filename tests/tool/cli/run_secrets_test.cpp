#include "ran.hpp"
#include "service.hpp"

#include <sievarr/document/json.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace sievarr::test {
namespace {

namespace fs = std::filesystem;

/// All paths of the API that are read, as the document names them.
std::vector<std::string> paths_to_read() {
  auto const text =
      contents(std::string(std::getenv("SIEVARR_TESTS")) + "/../docs/reference/openapi.json");
  auto const read = document::read_json(text, "openapi.json");
  auto const* const paths = document::find(read.value, "paths");
  REQUIRE(paths);
  std::vector<std::string> all;
  for (auto const& member : *document::mapping(*paths)) {
    if (!document::find(member.value, "get") || member.key.ends_with("/events")) continue;
    auto const hole = member.key.find("{id}");
    all.push_back(hole == std::string::npos ? member.key : member.key.substr(0, hole) + "1");
  }
  return all;
}

/// Names of all files below a folder, and what is in them, but for what holds the keys by design.
std::string files_below(std::string const& folder) {
  std::string seen;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    seen += entry.path().string() + "\n";
    if (entry.is_regular_file() && entry.path().filename() != "config.yaml")
      seen += contents(entry.path().string());
  }
  return seen;
}

/// Who started a process: what stands behind its name, which may hold anything, and its state.
std::string parent_of(fs::path const& process) {
  auto const stat = contents((process / "stat").string());
  std::istringstream behind(stat.substr(std::min(stat.rfind(')') + 1, stat.size())));
  std::string state;
  std::string parent;
  behind >> state >> parent;
  return parent;
}

/// How a process was called, and all that it has started; those of other people are theirs.
std::string calls_of(std::string const& process) {
  auto seen = contents("/proc/" + process + "/cmdline");
  for (auto const& entry : fs::directory_iterator("/proc"))
    if (parent_of(entry.path()) == process) seen += calls_of(entry.path().filename().string());
  return seen;
}

/// What was put between two pieces of a text.
std::string between(std::string const& text, std::string const& before, std::string const& after) {
  auto const start = text.find(before);
  REQUIRE(start != text.npos);
  auto const begin = start + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

/// What signs a browser in, as the daemon gives it away once.
std::string session_of(Service& service, std::string const& password) {
  Connection connection(service.port());
  auto const body = R"({"name":"admin","password":")" + password + "\"}";
  connection.say(
      "POST /session HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
      "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " +
      to_text(static_cast<std::int64_t>(body.size())) + "\r\n\r\n" + body);
  return between(connection.hear_all(), "sievarr=", ";");
}

TEST_CASE("no secret is in any log, answer, metric, export, backup, file or list of processes") {
  Service service;
  std::string const password = "page-password-5d0b";
  std::string const proxy_secret = "proxy-secret-0c77";
  service.write("logging: {level: debug}\naccess: {mode: password, password: " + password +
                ", proxy_secret: " + proxy_secret + "}\n");
  service.start();
  REQUIRE(service.says("a cycle has ended"));
  std::string seen;
  auto const session = session_of(service, password);
  CHECK(session.size() == 64);
  auto const made =
      between(service.post("/api/v1/access/keys", R"({"description":"homepage","scope":"owner"})"),
              "\"key\":\"", "\"");
  CHECK(made.size() == 42);
  for (auto const& wrong : {R"({"key":"guess"})", R"({"name":"admin","password":"guess"})"})
    seen += service.post("/session", wrong);
  auto const paths = paths_to_read();
  CHECK(paths.size() > 10);
  for (auto const& path : paths) {
    auto const answer = service.get(path);
    CAPTURE(path);
    CHECK(answer.find("HTTP/1.1 200 ") == 0);
    seen += answer;
  }
  for (auto const* const path : {"/", "/nothing", "/api/v1/shows?sort=nonsense"})
    seen += service.get(path);
  for (auto const* const path : {"/trigger", "/refilter", "/api/v1/config/reload", "/session"})
    seen += service.post(path);
  auto const calls = calls_of(to_text(service.process().id()));
  CHECK(calls.find("config.yaml") != std::string::npos);
  seen += calls;

  // Each way of being refused by the other servers is told of.
  service.write_as(service.config() + "selections: [\n");
  service.signal(SIGHUP);
  REQUIRE(service.says("refused"));
  for (auto const* const path : {"/api/v1/system/health", "/api/v1/activity", "/api/v1/log"})
    seen += service.get(path);
  service.write();
  auto const config = service.file("config.yaml");
  for (auto const& arguments :
       std::vector<std::vector<std::string>>{{"healthcheck"},
                                             {"config", "show"},
                                             {"validate", config},
                                             {"validate", "--json", config},
                                             {"plan"},
                                             {"plan", "--json"},
                                             {"why", "1"},
                                             {"review", "list"},
                                             {"skip", "1"},
                                             {"access", "keys"},
                                             {"access", "sessions"},
                                             {"export", "--out", service.file("shows.ndjson")},
                                             {"export", "--with-status"},
                                             {"backup", service.file("backup.db")}}) {
    auto all = arguments;
    if (all.front() != "validate") all.insert(all.end(), {"--config", config});
    auto const ran = run(all);
    CAPTURE(all.front());
    CHECK(ran.exit == os::Exit::fine);
    seen += ran.out + ran.error;
  }
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
  seen += files_below(fs::path(config).parent_path().string());

  CHECK(seen.size() > 100'000);
  for (auto const& secret : {std::string(tvmaze_key), std::string(server_key), service.sonarr_key(),
                             password, proxy_secret, session, made})
    CHECK(seen.find(secret) == std::string::npos);
}

}  // namespace
}  // namespace sievarr::test

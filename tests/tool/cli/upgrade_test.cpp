#include "frozen.hpp"
#include "golden.hpp"
#include "os/folder.hpp"
#include "ran.hpp"
#include "service.hpp"

#include <sievarr/document/json.hpp>
#include <sievarr/wire/shows.hpp>

#include <algorithm>
#include <set>

/// A storage, a config, a plan and answers that version 0.1.0 wrote, met by the program of today.
namespace sievarr::test {
namespace {

std::string frozen(std::string const& name) { return read_data("data/frozen/" + name); }

document::Node json(std::string const& text) {
  auto read = document::read_json(text, "answer");
  REQUIRE_MESSAGE(read.problems.empty(), text);
  return std::move(read.value);
}

std::string text_of(document::Node const& node, std::string_view key) {
  auto const* const found = document::find(node, key);
  return found && document::scalar(*found) ? document::scalar(*found)->text : "";
}

document::Sequence records(std::string const& text, std::string_view key) {
  auto const node = json(text);
  auto const* const found = document::find(node, key);
  REQUIRE(found);
  REQUIRE(document::sequence(*found));
  return *document::sequence(*found);
}

/// What differs between two lives of a daemon: moments, places, and what a new cycle has done.
bool is_of_the_moment(std::string const& key) {
  static std::set<std::string> const keys{"since",
                                          "started",
                                          "next_run",
                                          "next_scheduled_run",
                                          "last_incremental_sync",
                                          "last_updates_check",
                                          "made",
                                          "base_url",
                                          "url",
                                          "path",
                                          "port",
                                          "api_key",
                                          "key",
                                          "last_cycle",
                                          "reachable",
                                          "last_whole_look",
                                          "last_full_sync",
                                          "dry_run",
                                          "next_sync",
                                          "last_sync",
                                          "uptime",
                                          "yaml",
                                          "problems"};
  return keys.count(key) != 0;
}

struct Asked {
  std::string name;
  std::string path;
};

/// The daemon of today on what the older one left, in front of servers that are as they were then.
class Upgraded {
 public:
  Upgraded() : service_(0) {
    REQUIRE(os::make_folder(service_.storage()));
    for (auto const* const name : {"shows.db", "state.json"})
      REQUIRE(os::write_file(service_.storage() + "/" + name, frozen(name)));
    service_.write_as(frozen("config.yaml"));
    REQUIRE(os::write_file(service_.file("plan.json"), frozen("plan.json")));
    wire::ShowReader reader("export.ndjson",
                            [&](Show& show) { service_.sim().world().put(std::move(show)); });
    reader.feed(frozen("export.ndjson"));
    REQUIRE(reader.finish().bad == 0);
    for (auto const& show : records(frozen("answers/shows.json"), "shows")) {
      auto const status = text_of(show, "status");
      if (status == "added" || status == "exists" || text_of(show, "in_library") == "true")
        service_.sonarr().add_elsewhere(*to_integer(text_of(show, "tvdb_id")));
    }
  }

  os::Environment environment() {
    return {{"TVMAZE", service_.sim().tvmaze_address()},
            {"SONARR", service_.sim().sonarr_address()},
            {"SONARR_KEY", service_.sonarr_key()},
            {"DATA", service_.storage()}};
  }

  void start() {
    std::string variables;
    for (auto const& [name, value] : environment()) variables += name + "=" + value + " ";
    service_.start("--set dry_run=true --set server.port=" + to_text(service_.port()) +
                       " --set server.api_key=" + server_key,
                   variables);
    REQUIRE(service_.says("\"message\":\"sievarr runs\""));
    service_.post("/api/v1/cycles");
    REQUIRE(service_.says("\"message\":\"a cycle has ended\""));
  }
  void stop() {
    service_.signal(SIGTERM);
    CHECK(service_.wait() == 0);
  }

  Ran run(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--config", service_.file("config.yaml")});
    return test::run(arguments, {.environment = environment()});
  }

  std::string get(std::string const& path) const {
    auto const answer = service_.get(path);
    REQUIRE_MESSAGE(answer.find(" 200 OK\r\n") != std::string::npos, path, answer);
    auto text = answer.substr(answer.find("\r\n\r\n") + 4);
    // Then, the config was named without its folder.
    auto const folder = service_.file("");
    for (auto at = text.find(folder); at != text.npos; at = text.find(folder))
      text.erase(at, folder.size());
    return text;
  }

  Service& service() { return service_; }

 private:
  Service service_;
};

}  // namespace

TEST_CASE("an update sends nothing, changes no show and keeps the hashes") {
  Upgraded upgraded;
  upgraded.start();
  for (auto const& each : std::vector<Asked>{{"shows", "/api/v1/shows?limit=100"},
                                             {"show", "/api/v1/shows/1"},
                                             {"review", "/api/v1/review"},
                                             {"plan", "/api/v1/plan"},
                                             {"journal", "/api/v1/journal"},
                                             {"status", "/api/v1/system/status"},
                                             {"config", "/api/v1/config"},
                                             {"state", "/state"},
                                             {"old_shows", "/shows?limit=100"},
                                             {"public_health", "/health"},
                                             {"ready", "/ready"}}) {
    CAPTURE(each.name);
    auto const then = json(frozen("answers/" + each.name + ".json"));
    CHECK(Missing(is_of_the_moment).of(then, json(upgraded.get(each.path))) == "");
  }
  auto const cycles = records(upgraded.get("/api/v1/cycles"), "cycles");
  // One was asked for; another may have been due.
  REQUIRE(cycles.size() >= 3);
  auto const old = cycles.size() - 2;
  CHECK(text_of(cycles[old - 1], "id") == "3");
  CHECK(text_of(cycles[old - 1], "judged") == "0");
  CHECK(Missing(is_of_the_moment)
            .of({records(frozen("answers/cycles.json"), "cycles")},
                {document::Sequence{cycles[old], cycles[old + 1]}}) == "");
  // The cycles are the runs of a job now, and are told as such without being stored twice.
  auto const jobs = records(upgraded.get("/api/v1/jobs"), "jobs");
  CHECK(text_of(jobs[0], "name") == "catalogue");
  auto const& runs = *document::sequence(*document::find(jobs[0], "runs"));
  // One more may have ended meanwhile.
  CHECK(runs.size() >= cycles.size());
  CHECK(text_of(runs.back(), "cycle") == "1");
  upgraded.stop();
  CHECK(upgraded.service().sonarr().posts().empty());
  CHECK(os::exists(upgraded.service().storage() + "/shows.db.schema-1"));
}

TEST_CASE("a plan that version 0.1.0 wrote is carried out, and nothing is added twice") {
  Upgraded upgraded;
  auto const applied = upgraded.run({"apply", upgraded.service().file("plan.json")});
  CAPTURE(applied.error);
  CHECK(applied.exit == os::Exit::fine);
  auto const planned = records(frozen("plan.json"), "adds");
  auto const posts = upgraded.service().sonarr().posts();
  CHECK(posts.size() == planned.size());
  for (auto const& add : planned) {
    auto const found = posts.find(*to_integer(text_of(add, "tvdb_id")));
    REQUIRE(found != posts.end());
    CHECK(found->second == sim::Posts{.heard = 1, .carried_out = 1});
  }
}

TEST_CASE("a scraper written for version 0.1.0 finds every metric and every label") {
  Upgraded upgraded;
  upgraded.start();
  auto const text = upgraded.get("/metrics");
  upgraded.stop();
  std::istringstream wanted(frozen("metrics.txt"));
  for (std::string line; std::getline(wanted, line);) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string name;
    words >> name;
    if (name == "type") {
      CHECK(text.find("# TYPE " + line.substr(5) + "\n") != std::string::npos);
      continue;
    }
    std::string pattern = "\n" + name;
    std::vector<std::string> labels;
    for (std::string label; words >> label;) labels.push_back(label + "=\"");
    auto at = text.find(pattern + (labels.empty() ? " " : "{"));
    REQUIRE(at != std::string::npos);
    auto const sample = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    for (auto const& label : labels) CHECK(sample.find(label) != std::string::npos);
  }
}

}  // namespace sievarr::test

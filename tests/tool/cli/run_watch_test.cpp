#include "service.hpp"

#include <sys/stat.h>

#include <fstream>

namespace sievarr::test {
namespace {

/// Whether a text was written bit by bit without a pause that could be taken for its end.
bool written_slowly(std::string const& path, std::string const& beginning) {
  using Steady = std::chrono::steady_clock;
  std::ofstream file(path);
  file << beginning << std::flush;
  auto last = Steady::now();
  bool paused = false;
  for (int bit = 0; bit < 130; ++bit) {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    file << ' ' << std::flush;
    paused = paused || Steady::now() - last > std::chrono::milliseconds{500};
    last = Steady::now();
  }
  file << "}\n";
  return !paused;
}

TEST_CASE("a file that is still being written is not read with --watch, but when it is whole") {
  Service service;
  service.start("--watch");
  REQUIRE(service.says("sievarr runs"));
  // A machine that has no time for the writer makes pauses that no daemon can tell from an end.
  auto const beginning = service.config() + "logging: {format: text";
  std::size_t refused = 0;
  bool whole = false;
  for (int attempt = 0; attempt < 5 && !whole; ++attempt) {
    service.write();
    refused = 0;
    auto const before = service.log().size();
    whole = written_slowly(service.file("config.yaml"), beginning);
    if (service.log().find("is refused", before) != std::string::npos) ++refused;
  }
  REQUIRE(whole);
  CHECK(refused == 0);
  CHECK(service.says("INFO    config: the config is in force"));
  CHECK(service.log().find("is refused") == std::string::npos);
}

TEST_CASE("that others may read the keys in a config is warned of, and only then") {
  Service service;
  auto const path = service.file("config.yaml");
  auto const words = "others may read the keys in the config; chmod 600";
  auto const warned = [&](mode_t mode) {
    REQUIRE(::chmod(path.c_str(), mode) == 0);
    service.start("", "TVMAZE_KEY=" + std::string(tvmaze_key) + " SERVER_KEY=" + server_key +
                          " SONARR_KEY=" + service.sonarr_key());
    REQUIRE(service.says("sievarr runs"));
    service.signal(SIGTERM);
    CHECK(service.wait() == 0);
    return service.log().find(words) != std::string::npos;
  };
  CHECK(warned(0644));
  CHECK_FALSE(warned(0600));
  CHECK_FALSE(warned(0640));

  // What stands elsewhere is not in the file for others to read.
  auto text = service.config();
  auto const name_in_place_of = [&](std::string const& key, std::string const& name) {
    text.replace(text.find("api_key: " + key), 9 + key.size(), "api_key: \"${" + name + "}\"");
  };
  name_in_place_of(tvmaze_key, "TVMAZE_KEY");
  name_in_place_of(server_key, "SERVER_KEY");
  name_in_place_of(service.sonarr_key(), "SONARR_KEY");
  service.write_as(text);
  CHECK_FALSE(warned(0644));

  // The keys of every section count: those that are secret by their description.
  service.write_as(text + "radarr: {url: \"http://127.0.0.1:9\", api_key: 0f1e2d3c4b5a}\n");
  CHECK(warned(0644));
}

}  // namespace
}  // namespace sievarr::test

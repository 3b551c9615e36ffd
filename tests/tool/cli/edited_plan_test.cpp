#include "ran.hpp"
#include "service.hpp"

namespace sievarr::test {
namespace {

TEST_CASE("a plan file that was edited by hand is not carried out") {
  Service service;
  auto const config = service.file("config.yaml");
  auto const file = service.file("plan.json");
  auto const dry = std::vector<std::string>{"--config", config, "--set", "dry_run=true"};
  auto const with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), dry.begin(), dry.end());
    return run(arguments);
  };
  REQUIRE(with({"sync"}).exit == os::Exit::fine);
  REQUIRE(with({"plan", "--out", file}).exit == os::Exit::fine);
  auto const plan = contents(file);
  auto edited = plan;
  auto const folder = edited.find("\"/tv\"");
  REQUIRE(folder != edited.npos);
  edited.replace(folder, 5, "\"/anime\"");

  REQUIRE(os::write_file(file, edited));
  for (auto const& more : std::vector<std::vector<std::string>>{{}, {"--force"}}) {
    auto arguments = std::vector<std::string>{"apply", file, "--config", config};
    arguments.insert(arguments.end(), more.begin(), more.end());
    auto const refused = run(arguments);
    CHECK(refused.exit == os::Exit::misused);
    CHECK(refused.error.find("its adds are not those that its hash was made of") !=
          std::string::npos);
  }
  CHECK(service.sonarr().posts().empty());

  REQUIRE(os::write_file(file, plan));
  CHECK(run({"apply", file, "--config", config}).exit == os::Exit::fine);
  CHECK(service.sonarr().posts().size() == 3);
}

}  // namespace
}  // namespace sievarr::test

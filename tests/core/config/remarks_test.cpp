#include <sievarr/config/plan.hpp>

#include "laid.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

/// Which remarks are made about a config, and which only if nothing else is wrong.
namespace sievarr::config {
namespace {

/// Whether a key that is sent there over plain HTTP is said to be readable on the way.
bool warns_about(std::string const& host) {
  auto const said = said_about("selections: [{types: [Scripted]}]\nsonarr: {url: \"http://" + host +
                               ":8989\", api_key: 0123456789abcdef, root_folder: /tv, "
                               "quality_profile: HD}\n");
  CAPTURE(said);
  CHECK((said.empty() || said.find("(unencrypted)") != std::string::npos));
  return !said.empty();
}

bool has(std::string_view said, std::string_view code) { return said.find(code) != said.npos; }

}  // namespace

TEST_CASE("a key may go without encryption to the addresses of a house, and to no other") {
  for (std::string const host :
       {"10.0.0.1", "10.255.255.255", "127.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1",
        "169.254.1.1", "100.64.0.1", "100.127.255.255", "[::1]", "[fd00::1]", "sonarr"}) {
    CAPTURE(host);
    CHECK_FALSE(warns_about(host));
  }
  for (std::string const host :
       {"9.0.0.1", "11.0.0.1", "126.0.0.1", "128.0.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1",
        "192.169.0.1", "169.253.0.1", "169.255.0.1", "100.63.0.1", "100.128.0.1", "[2001:db8::1]",
        "sonarr.example.org"}) {
    CAPTURE(host);
    CHECK(warns_about(host));
  }
}

TEST_CASE("what holds a mistake is not remarked on as well, whatever the mistake is in") {
  auto const remark = "selections[0]: has no criterion, so it takes every show (takes-everything)";
  CHECK(has(said_about("selections: [{name: all}]\n"), remark));
  for (std::string const mistake : {"mode: ignored", "mode: []", "sonarr: {tags: {}}"}) {
    CAPTURE(mistake);
    auto const said = said_about("selections: [{name: all, " + mistake + "}]\n");
    CHECK(has(said, "selections[0]." + mistake.substr(0, mistake.find(':'))));
    CHECK_FALSE(has(said, remark));
  }
  // A mistake elsewhere hides nothing.
  CHECK(has(said_about("selections: [{name: all}, {name: none, mode: ignored}]\n"), remark));
}

}  // namespace sievarr::config

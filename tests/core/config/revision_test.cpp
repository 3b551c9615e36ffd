#include <sievarr/config/revision.hpp>

#include "laid.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

/// What may not be changed by somebody who is not at the file.
namespace sievarr::config {
namespace {

constexpr std::string_view usual =
    "sonarr: {url: 'http://sonarr:8989', api_key: secret-of-sonarr, root_folder: /tv,"
    " quality_profile: HD}\n"
    "server: {port: 8080}\n"
    "selections: [{name: a, rating: {min: 8}}]\n";

std::string with(std::string text, std::string_view was, std::string_view is) {
  auto const at = text.find(was);
  REQUIRE(at != text.npos);
  return text.replace(at, was.size(), is);
}

/// What is said when a text takes the place of another; the one that was sent still had that in
/// place of the secret.
std::string refused(std::string const& before, std::string const& after,
                    std::string const& sent = {}) {
  auto const loaded = [](std::string const& text) {
    auto layers = layers_of(text);
    layers.surroundings.variables = {{"KEY", "secret-of-variable"}, {"HOST", "elsewhere"}};
    return load(layers).value;
  };
  auto const tree = [](std::string const& text) { return document::read_yaml(text, "sent").value; };
  auto const was = loaded(before);
  auto const is = loaded(after);
  return lines_of(refused_changes({.before = was,
                                   .after = is,
                                   .file_before = tree(before),
                                   .file_after = tree(after),
                                   .sent = tree(sent.empty() ? after : sent)}));
}

/// The same for a change that leaves out the secret of Sonarr.
std::string refused_change(std::string_view was, std::string_view is) {
  auto const after = with(std::string{usual}, was, is);
  auto const key = after.find("secret-of-sonarr") != after.npos ? "secret-of-sonarr" : "api_key";
  return refused(
      std::string{usual}, after,
      with(after, key, key == std::string{"api_key"} ? "api_key" : "'${SONARR_API_KEY}'"));
}

}  // namespace

TEST_CASE("what is wanted of shows may be changed from anywhere") {
  CHECK(refused_change("min: 8", "min: 7.5") == "");
  CHECK(refused_change("quality_profile: HD", "quality_profile: UHD") == "");
}

TEST_CASE("what is guarded can be changed in the file only") {
  CHECK(refused_change("port: 8080", "port: 8081") ==
        "sent:2:9: server: can be changed in the file only, not from here (guarded-field)\n");
  CHECK(refused_change("server: {port: 8080}\n", "") ==
        "server: can be changed in the file only, not from here (guarded-field)\n");
  CHECK(refused_change("server:", "storage: {path: /etc}\nserver:").find("storage: can be") !=
        std::string::npos);
  CHECK(refused_change("root_folder: /tv", "ca_file: /etc/passwd, root_folder: /tv")
            .find("sonarr.ca_file: can be changed in the file only") != std::string::npos);
}

TEST_CASE("a server that is new brings nothing that is guarded, one that goes takes it with it") {
  auto const item = [](std::string const& name, std::string const& more) {
    return "  - {name: " + name + ", url: 'http://" + name + "', api_key: key-of-" + name +
           ", root_folder: /tv, quality_profile: HD" + more + "}\n";
  };
  auto const config = [](std::string const& items) {
    return "sonarr:\n" + items + "selections: [{name: a, rating: {min: 8}}]\n";
  };
  auto const one = item("one", ", ca_file: /config/ca.pem");
  auto const two = item("two", "");

  CHECK(refused(config(one + two), config(two)) == "");
  CHECK(refused(config(one + two), config(two + one)) == "");
  CHECK(refused(config(one), config(one + two)) == "");
  CHECK(refused(config(two), config(two + one)).find("guarded-field") != std::string::npos);
}

TEST_CASE("a secret goes where it went before, unless it is entered again") {
  auto const elsewhere = with(std::string{usual}, "sonarr:8989", "evil:8989");

  CHECK(refused_change("sonarr:8989", "evil:8989").find("secret-needed") != std::string::npos);
  CHECK(refused(std::string{usual}, elsewhere, elsewhere) == "");
  CHECK(refused_change("root_folder: /tv", "verify_tls: false, root_folder: /tv")
            .find("must be entered again") != std::string::npos);
  CHECK(refused_change("server:", "tvmaze: {base_url: 'http://evil'}\nserver:") == "");
}

TEST_CASE("the secret of a variable is not sent elsewhere either") {
  auto const before = with(std::string{usual}, "secret-of-sonarr", "'${KEY}'");
  auto const after = with(before, "sonarr:8989", "evil:8989");

  CHECK(refused(before, after).find("must be entered again") != std::string::npos);
  CHECK(refused(before, with(before, "min: 8", "min: 9")) == "");
}

TEST_CASE("a secret may not be given to another server") {
  auto const second =
      std::string{usual} + "radarr: {url: 'http://evil', api_key: secret-of-sonarr}\n";

  CHECK(refused(std::string{usual}, second,
                with(second, "api_key: secret-of-sonarr}", "api_key: '${SONARR_API_KEY}'}"))
            .find("radarr.api_key: must be entered again") != std::string::npos);
}

TEST_CASE("a change asks for no variable that the config in force does not ask for") {
  CHECK(refused_change("min: 8}}", "min: 8}, networks: ['${HOST}']}").find("new-variable") !=
        std::string::npos);
  CHECK(refused_change("min: 8}}", "min: 8}, networks: ['$${HOST}']}") == "");
}

}  // namespace sievarr::config

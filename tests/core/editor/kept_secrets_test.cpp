#include <sievarr/editor/kept_secrets.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

/// A config that is lent without its secrets, changed, and kept with them.
namespace sievarr::editor {
namespace {

constexpr std::string_view kept =
    "# the old key was api_key: 1234567890\n"
    "sonarr:\n"
    "  url: http://sonarr:8989  # at home\n"
    "  api_key: secret-of-sonarr\n"
    "  root_folder: /tv\n"
    "  quality_profile: HD\n"
    "server: {api_key: 'secret-of-server', port: 8080}\n"
    "selections:\n"
    "  - {name: a, rating: {min: 8}}\n";

std::string with(std::string text, std::string_view was, std::string_view is) {
  auto const at = text.find(was);
  REQUIRE(at != text.npos);
  return text.replace(at, was.size(), is);
}

}  // namespace

TEST_CASE("what is lent has no secret, and comes back as it was") {
  KeptSecrets const secrets(kept);

  for (auto const* const secret : {"secret-of", "1234567890"})
    CHECK(secrets.lent().find(secret) == std::string::npos);
  CHECK(*secrets.back(secrets.lent()) == kept);
}

TEST_CASE("what is changed is changed, and nothing else is") {
  KeptSecrets const secrets(kept);

  CHECK(*secrets.back(with(secrets.lent(), "min: 8", "min: 7.5")) ==
        with(std::string{kept}, "min: 8", "min: 7.5"));
  CHECK(*secrets.back(with(secrets.lent(), "  root_folder: /tv\n", "")) ==
        with(std::string{kept}, "  root_folder: /tv\n", ""));
}

TEST_CASE("a secret comes back in a line that was changed") {
  KeptSecrets const secrets(kept);

  CHECK(*secrets.back(with(secrets.lent(), "port: 8080", "port: 8081")) ==
        with(with(std::string{kept}, "'secret-of-server'", "\"secret-of-server\""), "port: 8080",
             "port: 8081"));
}

TEST_CASE("a secret that is entered takes the place of the one that was kept") {
  KeptSecrets const secrets(kept);

  CHECK(*secrets.back(with(secrets.lent(), "\"${SONARR_API_KEY}\"", "another-secret")) ==
        with(std::string{kept}, "secret-of-sonarr", "another-secret"));
}

TEST_CASE("a secret never comes back where the description has none") {
  KeptSecrets const secrets(kept);
  auto const changed =
      *secrets.back(with(secrets.lent(), "http://sonarr:8989", "\"${SONARR_API_KEY}\""));

  CHECK(changed == with(std::string{kept}, "http://sonarr:8989", "\"${SONARR_API_KEY}\""));
}

TEST_CASE("a text that is broken, empty or another one altogether comes back as it is") {
  KeptSecrets const secrets(kept);

  for (auto const* const text : {"", "a: [", "selections: []\n", "\xFF\xFE"})
    CHECK(*secrets.back(text) == text);
}

}  // namespace sievarr::editor

#include <sievarr/editor/share.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::editor {

TEST_CASE("a key is masked, and all else stays as it was written") {
  CHECK(without_secrets("# mine\nsonarr:\n  url: http://sonarr:8989  # at home\n"
                        "  api_key: 0123456789abcdef  # the key\n") ==
        "# mine\nsonarr:\n  url: http://sonarr:8989  # at home\n"
        "  api_key: \"********\"  # the key\n");
}

TEST_CASE("a reference to a variable is no secret, its default is") {
  std::string const text = "sonarr: {api_key: \"${SONARR_API_KEY}\"}\n";
  CHECK(without_secrets(text) == text);
  CHECK(without_secrets("sonarr: {api_key: \"${KEY:-abcd1234}\"}\n").find("abcd1234") ==
        std::string::npos);
}

TEST_CASE("no secret survives, however it is written") {
  for (std::string const text : {
           "sonarr: {api_key: s3cr3t-key}",
           "sonarr: [{name: a, api_key: 's3cr3t-key'}, {api_key: \"s3cr3t-key\"}]",
           "tvmaze:\n  api_key: |\n    s3cr3t-key\n",
           "tvmaze:\n  api_key: >-\n    s3cr3t-key\n",
           "x: &k s3cr3t-key\nsonarr: {api_key: *k}",
           "sonarr:\n  api_key: &k s3cr3t-key\nserver: {api_key: *k}",
           "base: &b {api_key: s3cr3t-key}\nsonarr: {<<: *b, url: x}",
           "sonarr:\n  \"api_key\": s3cr3t-key\n",
           "sonarr:\n  ? api_key\n  : s3cr3t-key\n",
           "sonarr:\n  API_KEY: s3cr3t-key\n",
           "sonarr: {api_key: s3cr3t-key}\n# it was s3cr3t-key before",
           "# api_key: s3cr3t-key\nexclude: {}\n",
           "#   SONARR_API_KEY=s3cr3t-key\n",
           "sonarr: {url: \"http://host/?apikey=s3cr3t-key\"}",
           "sonarr: {url: \"http://me:s3cr3t-key@host/\"}",
           "sonarr: {api_key: s3cr3t-key",
           "sonarr:\n\tapi_key: s3cr3t-key\n  broken",
           "sonarr:\r\n  api_key: s3cr3t-key\r\n",
           "\xEF\xBB\xBFsonarr:\n  api_key: s3cr3t-key\n",
           "# Ä🎬\nsonarr:\n  api_key: s3cr3t-key\n",
           "sonarr:\n  api_key: [s3cr3t-key]\n",
           "sonarr:\n  api_key:\n    s3cr3t-key\n",
       }) {
    CAPTURE(text);
    CHECK(without_secrets(text).find("s3cr3t-key") == std::string::npos);
  }
}

TEST_CASE("a text without secrets is shared as it is") {
  for (std::string const text :
       {"", "exclude: {genres: [News]}\n", "sonarr:\n  api_key:\n", "sonarr: {api_key: \"\"}\n",
        "not yaml: [", "selections:\n  - name: api key things\n"})
    CHECK(without_secrets(text) == text);
}

TEST_CASE("what was shared once is shared again unchanged") {
  auto const shared = without_secrets("sonarr: {api_key: s3cr3t-key, url: \"http://a:b@c/\"}");
  CHECK(without_secrets(shared) == shared);
}

}  // namespace sievarr::editor

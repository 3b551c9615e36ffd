#include <sievarr/editor/share.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::editor {

TEST_CASE("the variable that may hold it stands for a key, and all else stays as it was written") {
  CHECK(without_secrets("# mine\nsonarr:\n  url: http://sonarr:8989  # at home\n"
                        "  api_key: 0123456789abcdef  # the key\n") ==
        "# mine\nsonarr:\n  url: http://sonarr:8989  # at home\n"
        "  api_key: \"${SONARR_API_KEY}\"  # the key\n");
}

TEST_CASE("each of several instances has a variable of its own, that of its place") {
  CHECK(
      without_secrets("sonarr: [{api_key: abcdef}, {name: b, api_key: 123456}] # abcdef 123456") ==
      "sonarr: [{api_key: \"${SIEVARR__SONARR__0__API_KEY}\"}, "
      "{name: b, api_key: \"${SIEVARR__SONARR__1__API_KEY}\"}] "
      "# ${SIEVARR__SONARR__0__API_KEY} ${SIEVARR__SONARR__1__API_KEY}");
  CHECK(without_secrets("sonarr: [{api_key: abcdef}]") ==
        "sonarr: [{api_key: \"${SONARR_API_KEY}\"}]");
  CHECK(without_secrets("base: &b {api_key: abcdef}\nsonarr: {<<: *b}\n") ==
        "base: &b {api_key: \"${SONARR_API_KEY}\"}\nsonarr: {<<: *b}\n");
}

TEST_CASE("a mask that is already there does not leave either") {
  for (std::string const text :
       {"server: {api_key: \"********\"}", "server:\n  api_key: \u2022\u2022\u2022\n",
        "# api_key: ********\nexclude: {}\n", "sonarr: {api_key: ********"}) {
    CAPTURE(text);
    auto const shared = without_secrets(text);
    CHECK(shared.find("***") == std::string::npos);
    CHECK(shared.find("\u2022") == std::string::npos);
    CHECK(shared.find("API_KEY}") != std::string::npos);
  }
}

TEST_CASE("what stands for a secret cannot end the value that it is put into") {
  CHECK(without_secrets("a: {url: http://h/?apikey=s3cr3t, b: [s3cr3t-key]}\nserver: {api_key: "
                        "s3cr3t-key}\n") ==
        "a: {url: \"http://h/?apikey=${APIKEY}\", b: [\"${SERVER_API_KEY}\"]}\n"
        "server: {api_key: \"${SERVER_API_KEY}\"}\n");
}

TEST_CASE("a secret that is a part of a variable's name does not get into its way") {
  CHECK(without_secrets("sonarr: {api_key: SONARR}  # SONARR\n") ==
        "sonarr: {api_key: \"${SONARR_API_KEY}\"}  # ${SONARR_API_KEY}\n");
}

TEST_CASE("a variable in a comment is named as it was, and a login is left out") {
  CHECK(without_secrets("# SONARR_API_KEY=s3cr3t-key\nsonarr: {url: \"http://me:pass@host/\"}\n") ==
        "# SONARR_API_KEY=${SONARR_API_KEY}\nsonarr: {url: \"http://host/\"}\n");
}

namespace {

/// Secret as a whole, under a name that others have as well.
struct Channel {
  value::Secret url;
};
BOOST_DESCRIBE_STRUCT(Channel, (), (url))
constexpr auto notes_of(reflect::Of<Channel>) {
  return reflect::Notes{reflect::Note<&Channel::url>{.text = "Where it is."}};
}

struct Notify {
  std::vector<Channel> channels;
  value::Url url;
};
BOOST_DESCRIBE_STRUCT(Notify, (), (channels, url))
constexpr auto notes_of(reflect::Of<Notify>) {
  return reflect::Notes{reflect::Note<&Notify::channels>{.text = "Some."},
                        reflect::Note<&Notify::url>{.text = "No secret."}};
}

struct Whole {
  Notify notify;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (notify))
constexpr auto notes_of(reflect::Of<Whole>) {
  return reflect::Notes{reflect::Note<&Whole::notify>{.text = "News."}};
}

}  // namespace

TEST_CASE("what is secret is known by its path, not by its key's name") {
  CHECK(without_secrets("notify:\n  url: http://a\n  channels:\n    - url: https://b/t0k3n\n"
                        "    - {url: https://c/t0k3n}\n",
                        secret_keys<Whole>()) ==
        "notify:\n  url: http://a\n  channels:\n    - url: \"${NOTIFY_CHANNELS_0_URL}\"\n"
        "    - {url: \"${NOTIFY_CHANNELS_1_URL}\"}\n");
}

TEST_CASE("a reference to a variable is no secret, its default is") {
  std::string const text = "sonarr: {api_key: \"${SONARR_API_KEY}\"}\n";
  CHECK(without_secrets(text) == text);
  CHECK(without_secrets("sonarr: {api_key: \"${KEY:-abcd1234}\"}\n") == text);
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
           "sonarr:\n  apikey: s3cr3t-key\n",
           "sonar: {SONARR_API_KEY: s3cr3t-key}\n",
           "sonarr:\n  api_key: !!str s3cr3t-key\n",
           "sonarr: [[{api_key: s3cr3t-key}]]",
           "a: &a [*a, {api_key: s3cr3t-key}]",
       }) {
    CAPTURE(text);
    auto const shared = without_secrets(text);
    CHECK(shared.find("s3cr3t-key") == std::string::npos);
    CHECK(shared.find("***") == std::string::npos);
    CHECK(without_secrets(shared) == shared);
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

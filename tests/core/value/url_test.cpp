#include <sievarr/value/url.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::value {

static_assert(reflect::Printable<Url>);

TEST_CASE("an address is kept in one spelling") {
  struct Read {
    std::string_view text;
    std::string_view written;
  };
  std::vector<Read> const table{
      {"http://sonarr:8989", "http://sonarr:8989"},
      {" HTTP://Sonarr:8989/ ", "http://sonarr:8989"},
      {"https://api.tvmaze.com/", "https://api.tvmaze.com"},
      {"https://api.tvmaze.com:443", "https://api.tvmaze.com"},
      {"http://media.example:80/sonarr//", "http://media.example/sonarr"},
      {"https://media.example:80/Sonarr/v%203", "https://media.example:80/Sonarr/v%203"},
      {"http://192.168.1.10:8989", "http://192.168.1.10:8989"},
      {"http://[::1]:8989/a/", "http://[::1]:8989/a"},
      {"http://[FE80::A:1]", "http://[fe80::a:1]"},
      {"http://[1:2:3:4:5:6:7:8]", "http://[1:2:3:4:5:6:7:8]"},
      {"http://[::ffff:10.0.0.1]", "http://[::ffff:10.0.0.1]"},
      {"http://my_container", "http://my_container"},
      {"http://nas.", "http://nas."},
      {"http://3com.example", "http://3com.example"},
  };
  for (auto const& row : table) {
    CAPTURE(row.text);
    auto const url = Url::read(row.text);
    REQUIRE(url);
    CHECK(url->text() == row.written);
    CHECK(*Url::read(url->text()) == *url);
  }
}

TEST_CASE("the parts of an address can be asked for") {
  auto const url = Url::read("https://Media.Example:8443/sonarr/");
  REQUIRE(url);
  CHECK(url->scheme() == "https");
  CHECK(url->host() == "media.example");
  CHECK(url->port() == 8443);
  CHECK(url->path() == "/sonarr");
  CHECK(Url::read("https://a")->port() == 443);
  CHECK(Url::read("http://a")->port() == 80);
  CHECK(Url::read("http://a/")->path().empty());
  CHECK(Url{}.empty());
  CHECK(Url{}.text().empty());
}

TEST_CASE("what is below an address is joined with one slash") {
  CHECK(Url::read("http://a/base/")->join("/api/v3/series") == "http://a/base/api/v3/series");
  CHECK(Url::read("http://a")->join("shows?page=1") == "http://a/shows?page=1");
  CHECK(Url::read("http://a")->join("") == "http://a/");
}

TEST_CASE("an address without a scheme is told which one it probably has") {
  auto const url = Url::read("sonarr:8989");
  REQUIRE_FALSE(url);
  CHECK(url.error().message ==
        R"(expected an address such as http://sonarr:8989, got "sonarr:8989")");
  CHECK(url.error().instead == "http://sonarr:8989");
  CHECK(Url::read("192.168.1.10/sonarr").error().instead == "http://192.168.1.10/sonarr");
  CHECK(Url::read("not an address").error().instead.empty());
  CHECK(Url::read("").error().message ==
        "expected an address such as http://sonarr:8989, got nothing");
}

TEST_CASE("credentials do not belong into an address, and are not shown") {
  auto const url = Url::read("http://admin:hunter2@sonarr:8989/base/");
  REQUIRE_FALSE(url);
  CHECK(url.error().message ==
        "must not contain a user name or password, the key goes into api_key");
  CHECK(url.error().instead == "http://sonarr:8989/base");
}

TEST_CASE("a query does not belong into an address, and is not shown") {
  auto const url = Url::read("http://sonarr/api?apikey=0123");
  REQUIRE_FALSE(url);
  CHECK(url.error().message == "must end with the path, without ? or # and what follows");
  CHECK(url.error().instead == "http://sonarr/api");
  CHECK(Url::read("http://sonarr#top").error().instead == "http://sonarr");
}

TEST_CASE("no message repeats what may be a key") {
  for (auto const* const text :
       {"htp://u:hunter2@sonarr", "u:hunter2@sonarr", "http://u:hunter2@bad host",
        "http://sonarr:x?k=hunter2", "sonarr?k=hunter2", "http://a@b@hunter2@c", "http://?hunter2",
        "http://[::1?hunter2", "http://a/ b?hunter2", "http://a/b@/../?hunter2"}) {
    CAPTURE(text);
    auto const url = Url::read(text);
    REQUIRE_FALSE(url);
    CHECK(url.error().message.find("hunter2") == std::string::npos);
    CHECK(url.error().instead.find("hunter2") == std::string::npos);
  }
}

TEST_CASE("a port is a number up to 65535") {
  CHECK(Url::read("http://a:1"));
  CHECK(Url::read("http://a:65535"));
  CHECK(Url::read("http://a:65536").error().message ==
        R"(the port must be between 1 and 65535, got "65536")");
  CHECK(Url::read("http://a:0").error().code == "out-of-range");
  CHECK(Url::read("http://a:99999999999999999999").error().code == "out-of-range");
  CHECK(Url::read("http://a:web").error().message ==
        R"(expected a port behind the colon, got "web")");
  CHECK_FALSE(Url::read("http://a:"));
  CHECK_FALSE(Url::read("http://a:-1"));
  CHECK_FALSE(Url::read("http://[::1]:"));
}

TEST_CASE("a host is a name or an address of the internet") {
  CHECK(Url::read("http://a b").error().message ==
        R"(expected a host name or an IP address behind http://, got "a b")");
  for (auto const* const host : {"",
                                 ".",
                                 "..",
                                 "a..b",
                                 "-a",
                                 "a-",
                                 "a.-b",
                                 "256.1.1.1",
                                 "1.2.3",
                                 "1.2.3.04",
                                 "1.2.3.4.5",
                                 "10",
                                 "b\xC3\xBC"
                                 "cher.example",
                                 "[]",
                                 "[::1",
                                 "::1",
                                 "[1:2:3]",
                                 "[1::2::3]",
                                 "[1:2:3:4:5:6:7:8:9]",
                                 "[12345::]",
                                 "[::1.2.3]",
                                 "[1.2.3.4::]",
                                 "[fe80::1%25eth0]",
                                 "[:::]",
                                 "[1:2:3:4:5:6:7::8]x",
                                 "a_b$",
                                 "[::g]",
                                 "%61",
                                 "[:1:2:3:4:5:6:7]"})
    CHECK_MESSAGE(!Url::read(std::string{"http://"} + host), host);
  CHECK_FALSE(Url::read("http://" + std::string(64, 'a')));
  CHECK(Url::read("http://" + std::string(63, 'a')));
}

TEST_CASE("only http and https, and a path without tricks") {
  for (auto const* const text :
       {"ftp://a", "file:///etc/passwd", "://a", "http:/a", "http//a", "javascript:alert(1)",
        "http://a/b c", "http://a/\x01", "http://a/%", "http://a/%2", "http://a/%zz",
        "http://a/\\b", "http://a\\@b", "http://a/../b", "http://a/b/..", "http://a/./b",
        "http://a/ü", "http://a/<"})
    CHECK_MESSAGE(!Url::read(text), text);
  CHECK(Url::read("http://a/..b/.c/d..@~;=,"));
}

}  // namespace sievarr::value

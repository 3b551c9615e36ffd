#include <sievarr/reflect/shape.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/id.hpp>
#include <sievarr/value/pattern.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/show_ref.hpp>
#include <sievarr/value/size.hpp>
#include <sievarr/value/span_of_time.hpp>
#include <sievarr/value/url.hpp>

#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

namespace sievarr::value {

namespace {

/// Everything that anybody might write somewhere.
std::vector<std::string> const texts{
    "",
    " ",
    "82",
    "0",
    "-1",
    "8.5",
    "1e3",
    "true",
    "30s",
    "1h30m",
    " 1h 30m ",
    "6H",
    "90",
    "1h1h",
    "1 y",
    "500MB",
    "10 GiB",
    "1.5TB",
    ".5kb",
    "5.GB",
    "10G",
    "1048576",
    "tvmaze:82",
    "TVDB : 121361",
    "imdb:tt0944947",
    "imdb:0944947",
    "tvmaze:",
    "http://sonarr:8989",
    " HTTPS://a.b/c/ ",
    "http://[::1]:80/x%20y",
    "http://a?b",
    "http://u:p@a",
    "http://a/b@c",
    "ftp://a",
    "sonarr:8989",
    "*christmas*",
    "Severance",
};

/// What an editor accepts because of the schema and what the type reads do not contradict each
/// other: whatever is read fits the pattern.
template <reflect::Shaped T>
void keeps_its_word() {
  constexpr reflect::Shape shape = T::shape;
  CHECK_FALSE(shape.expected.empty());
  if (!shape.example.empty()) CHECK(T::read(shape.example));
  if (shape.pattern.empty()) return;
  std::regex const pattern{std::string{shape.pattern}};
  int read = 0;
  for (auto const& text : texts) {
    if (!T::read(text)) continue;
    ++read;
    CHECK_MESSAGE(std::regex_match(text, pattern), text);
  }
  CHECK(read > 0);
  CHECK_FALSE(std::regex_match("Severance", pattern));
}

}  // namespace

TEST_CASE("every type reads its own example, and its pattern fits what it reads") {
  keeps_its_word<Bounded<int, 1, 1000>>();
  keeps_its_word<Id<struct Anything>>();
  keeps_its_word<Pattern>();
  keeps_its_word<Secret>();
  keeps_its_word<ShowRef>();
  keeps_its_word<Size>();
  keeps_its_word<SpanOfTime>();
  keeps_its_word<Url>();
}

TEST_CASE("only a secret is secret") {
  CHECK(Secret::shape.secret);
  CHECK_FALSE(Url::shape.secret);
  CHECK_FALSE(Pattern::shape.secret);
}

}  // namespace sievarr::value

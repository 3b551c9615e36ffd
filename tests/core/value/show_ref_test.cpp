#include <sievarr/value/show_ref.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace sievarr::value {

using Catalogue = ShowRef::Catalogue;

static_assert(reflect::Printable<ShowRef>);

TEST_CASE("a show is referred to by its number in a catalogue") {
  auto const maze = ShowRef::read("tvmaze:82");
  REQUIRE(maze);
  CHECK(maze->catalogue() == Catalogue::tvmaze);
  CHECK(maze->number() == 82);
  CHECK(*ShowRef::read("tvdb:121361") == ShowRef{Catalogue::tvdb, 121361});
  CHECK(*ShowRef::read("imdb:tt0944947") == ShowRef{Catalogue::imdb, 944947});
}

TEST_CASE("the catalogue's name is read in any case, and spaces do not matter") {
  CHECK(*ShowRef::read(" TVmaze : 82 ") == ShowRef{Catalogue::tvmaze, 82});
  CHECK(*ShowRef::read("IMDb:tt10986410") == ShowRef{Catalogue::imdb, 10986410});
}

TEST_CASE("a reference is written as its catalogue writes it") {
  for (auto const* const text : {"tvmaze:82", "tvdb:121361", "imdb:tt0944947", "imdb:tt10986410"})
    CHECK(ShowRef::read(text)->text() == text);
  CHECK(ShowRef::read("imdb:tt944947")->text() == "imdb:tt0944947");
  CHECK(ShowRef::read("tvdb:007")->text() == "tvdb:7");
}

TEST_CASE("what was probably meant is suggested") {
  struct Slip {
    std::string_view text;
    std::string_view instead;
  };
  std::vector<Slip> const table{
      {"82", "tvmaze:82"},
      {"tt0944947", "imdb:tt0944947"},
      {"imdb:0944947", "imdb:tt0944947"},
      {"tvmze:82", "tvmaze:82"},
      {"thetvdb:121361", "tvdb:121361"},
      {"https://www.tvmaze.com/shows/82/game-of-thrones", "tvmaze:82"},
      {"https://www.imdb.com/title/tt0944947/?ref_=x", "imdb:tt0944947"},
      {"https://www.tvmaze.com/shows/", ""},
      {"tvmaze:x", ""},
      {"Severance", ""},
      {"ttx", ""},
      {"", ""},
      {":", ""},
      {"tvmaze:", ""},
      {"tvmaze:0", ""},
      {"tvmaze:-82", ""},
      {"imdb:tt", ""},
      {"tvmaze:99999999999999999999", ""},
  };
  for (auto const& slip : table) {
    CAPTURE(slip.text);
    auto const ref = ShowRef::read(slip.text);
    REQUIRE_FALSE(ref);
    CHECK(ref.error().code == "bad-type");
    CHECK(ref.error().instead == slip.instead);
  }
}

TEST_CASE("a reference that is none says what one looks like") {
  CHECK(ShowRef::read("82").error().message ==
        R"(expected a show such as tvmaze:82, tvdb:121361 or imdb:tt0944947, got "82")");
  CHECK(ShowRef::read("tmdb:1399").error().message ==
        R"(unknown catalogue "tmdb", expected tvmaze, tvdb or imdb)");
}

TEST_CASE("references are ordered by catalogue, then number") {
  CHECK(ShowRef{Catalogue::tvmaze, 9} < ShowRef{Catalogue::tvmaze, 10});
  CHECK(ShowRef{Catalogue::tvmaze, 10} < ShowRef{Catalogue::tvdb, 1});
}

}  // namespace sievarr::value

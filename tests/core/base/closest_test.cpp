#include <sievarr/base/closest.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr {

using Known = std::vector<std::string_view>;

namespace {

struct Slip {
  std::string_view word;
  std::string_view meant;
};

Known const genres{"Action",  "Adult",   "Adventure",       "Anime",   "Children",     "Comedy",
                   "Crime",   "DIY",     "Drama",           "Family",  "Fantasy",      "Food",
                   "History", "Horror",  "Legal",           "Medical", "Music",        "Mystery",
                   "Nature",  "Romance", "Science-Fiction", "Sports",  "Supernatural", "Thriller",
                   "Travel",  "War",     "Western"};
Known const keys{"genres", "types",  "languages", "networks",   "countries", "status", "premiered",
                 "ended",  "rating", "runtime",   "popularity", "titles",    "where"};
Known const settings{"poll_interval",      "retry_delay", "abandon_after",
                     "max_adds_per_cycle", "hold_above",  "shutdown_timeout"};

}  // namespace

TEST_CASE("a slip of the pen is understood") {
  std::vector<Slip> const table{
      {"genre", "genres"},         {"gnere", "genres"},       {"Genres", "genres"},
      {"lanuages", "languages"},   {"language", "languages"}, {"country", "countries"},
      {"raiting", "rating"},       {"runtiem", "runtime"},    {"premierd", "premiered"},
      {"poplarity", "popularity"}, {"stauts", "status"},      {"were", "where"}};
  for (auto const& slip : table) {
    CAPTURE(slip.word);
    CHECK(closest(slip.word, keys) == slip.meant);
  }
}

TEST_CASE("an abbreviation is understood") {
  CHECK(closest("Sci-Fi", genres) == "Science-Fiction");
  CHECK(closest("scifi", genres) == "Science-Fiction");
  CHECK(closest("SF", genres) == "Science-Fiction");
  CHECK(closest("Sci Fi", genres) == "Science-Fiction");
  CHECK(closest("Rom", genres) == "Romance");
  CHECK(closest("lang", keys) == "languages");
}

TEST_CASE("a part or an extension of a name is understood") {
  CHECK(closest("Fiction", genres) == "Science-Fiction");
  CHECK(closest("science", genres) == "Science-Fiction");
  CHECK(closest("poll", settings) == "poll_interval");
  CHECK(closest("max adds", settings) == "max_adds_per_cycle");
  CHECK(closest("pollInterval", settings) == "poll_interval");
  CHECK(closest("interval", settings) == "poll_interval");
  CHECK(closest("rating_min", keys) == "rating");
  CHECK(closest("War & Politics", genres) == "War");
}

TEST_CASE("what could be several things is no suggestion") {
  CHECK_FALSE(closest("timeout", Known{"connect_timeout", "shutdown_timeout"}));
  CHECK_FALSE(closest("r", keys));
}

TEST_CASE("nothing near gives nothing") {
  CHECK_FALSE(closest("zebra", genres));
  CHECK_FALSE(closest("", genres));
  CHECK_FALSE(closest("x", Known{}));
  CHECK_FALSE(closest("UK", Known{"US", "UA", "GB"}));
  CHECK_FALSE(closest("---", Known{"", "a-b"}));
  CHECK_FALSE(closest("\xFF\xFE", genres));
}

TEST_CASE("case and accents of other scripts are letters too") {
  CHECK(closest("российя", Known{"США", "РОССИЯ"}) == "РОССИЯ");
  CHECK(closest("Espana", Known{"España"}) == "España");
}

TEST_CASE("of several near words the nearest is told, of equally near ones the first") {
  CHECK(closest("carts", Known{"parts", "cart", "carta", "carts!"}) == "parts");
  CHECK(closest("abcdefg", Known{"abcdxyg", "abcdefx"}) == "abcdefx");
}

TEST_CASE("a huge word costs nothing") {
  std::string const huge(10'000'000, 'a');
  CHECK_FALSE(closest(huge, genres));
  CHECK_FALSE(closest("aaaaaa", Known{huge}));
}

}  // namespace sievarr

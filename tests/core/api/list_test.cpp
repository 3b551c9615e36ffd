#include <sievarr/api/list_search.hpp>
#include <sievarr/api/query.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::api {
namespace {

BOOST_DEFINE_ENUM_CLASS(Shelf, upper, lower)

struct Cover {
  std::string colour;
  std::optional<Instant> printed;
};
BOOST_DESCRIBE_STRUCT(Cover, (), (colour, printed))

constexpr auto notes_of(reflect::Of<Cover>) {
  using reflect::Note;
  return reflect::Notes{Note<&Cover::colour>{.text = "Its colour."},
                        Note<&Cover::printed>{.text = "When."}};
}

struct Book {
  std::int64_t number = 0;
  std::string title;
  std::optional<double> rating;
  std::vector<std::string> genres;
  Shelf shelf = Shelf::upper;
  bool lent = false;
  std::optional<Cover> cover;
};
BOOST_DESCRIBE_STRUCT(Book, (), (number, title, rating, genres, shelf, lent, cover))

constexpr auto notes_of(reflect::Of<Book>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Book::number>{.text = "Its number.", .key = true},
      Note<&Book::title>{.text = "Its title."},
      Note<&Book::rating>{.text = "How good it is."},
      Note<&Book::genres>{.text = "What it is about."},
      Note<&Book::shelf>{.text = "Where it stands."},
      Note<&Book::lent>{.text = "Whether somebody has it."},
      Note<&Book::cover>{.text = "What is around it."},
  };
}

std::vector<Book> books() {
  auto const day = [](std::string_view text) { return *to_instant(text); };
  return {
      {.number = 1, .title = "beta", .rating = 7, .genres = {"Crime", "Drama"}},
      {.number = 2, .title = "Alpha", .rating = 8.5, .shelf = Shelf::lower, .lent = true},
      {.number = 3, .title = "Ärger", .genres = {"Drama"}},
      {.number = 4,
       .title = "gamma",
       .rating = 7,
       .cover = Cover{.colour = "red", .printed = day("2026-01-31T23:59:59.5Z")}},
      {.number = 5,
       .title = "delta",
       .cover = Cover{.colour = "blue", .printed = day("2026-02-01T00:00:00Z")}},
  };
}

ListQuery list_asked(std::string_view query) {
  QueryReader reader;
  REQUIRE(reader.read(query));
  auto read = parameters<ListQuery>(std::move(reader));
  REQUIRE_MESSAGE(!has_errors(read.problems), error_messages(read.problems));
  return read.value;
}

ListPage<Book> books_on(std::string_view query) {
  auto const search = ListSearch<Book>::read(list_asked(query), Direction::ascending);
  REQUIRE(search);
  auto found = search->page(books());
  REQUIRE(found);
  return *found;
}

/// The numbers of the books that are found, in their order.
std::string found_books(std::string_view query) {
  std::string numbers;
  for (auto const& book : books_on(query).lines) numbers += to_text(book.number);
  return numbers;
}

std::string refused_list(std::string_view query) {
  auto const search = ListSearch<Book>::read(list_asked(query), Direction::ascending);
  return search ? "" : to_text(search.error().front());
}

}  // namespace

TEST_CASE("a list is asked for by what any field of a line is, also deeper inside") {
  CHECK(found_books("") == "12345");
  CHECK(found_books("where.shelf=lower") == "2");
  CHECK(found_books("where.lent=yes") == "2");
  CHECK(found_books("where.genres=Drama") == "13");
  CHECK(found_books("where.genres=Crime&where.genres=none") == "1");
  CHECK(found_books("where.number=2&where.number=4") == "24");
  CHECK(found_books("where.colour=red&where.rating=7") == "4");
  CHECK(found_books("where.colour=red&where.rating=8") == "");
}

TEST_CASE("numbers, days and times are asked for by ranges, and a day is all of it") {
  CHECK(found_books("where.rating=7..8") == "14");
  CHECK(found_books("where.rating=7.5..") == "2");
  CHECK(found_books("where.rating=..8") == "14");
  CHECK(found_books("where.rating=..") == "124");
  CHECK(found_books("where.printed=2026-01-31") == "4");
  CHECK(found_books("where.printed=2026-02-01..") == "5");
  CHECK(found_books("where.printed=..2026-01-31") == "4");
  CHECK(found_books("where.printed=2026-01-31T23:59:59.5Z..2026-02-01T00:00:00Z") == "45");
  CHECK(found_books("where.title=a..b") == "");
}

TEST_CASE("nothing behind the sign finds lines where a field is absent") {
  CHECK(found_books("where.rating=") == "35");
  CHECK(found_books("where.rating=&where.rating=8..") == "235");
  CHECK(found_books("where.colour=") == "123");
  CHECK(found_books("where.genres=") == "245");
}

TEST_CASE("a part of any text is searched for, whatever its capitals") {
  CHECK(found_books("search=ALPHA") == "2");
  CHECK(found_books("search=%C3%A4r") == "3");
  CHECK(found_books("search=re") == "4");
  CHECK(found_books("search=lower") == "");
  CHECK(found_books("search=drama&where.rating=7") == "1");
}

TEST_CASE("a list is put in order by any field, and who has none comes last in both directions") {
  CHECK(found_books("direction=descending") == "54321");
  CHECK(found_books("sort=title") == "21543");
  CHECK(found_books("sort=rating") == "14235");
  CHECK(found_books("sort=rating&direction=descending") == "24153");
  CHECK(found_books("sort=printed&direction=descending") == "54321");
}

TEST_CASE("every order is walked through page by page, each line once") {
  for (std::string const order : {"", "sort=title", "sort=rating", "sort=genres", "sort=lent",
                                  "sort=colour", "where.rating=..", "search=a"})
    for (std::string const direction : {"ascending", "descending"}) {
      auto const query = order + "&direction=" + direction;
      CAPTURE(query);
      std::string walked;
      auto next = books_on(query + "&limit=2");
      auto const total = next.total;
      while (true) {
        for (auto const& book : next.lines) walked += to_text(book.number);
        CHECK(next.total == total);
        if (!next.next) break;
        next = books_on(query + "&limit=2&after=" + to_text(*next.next));
      }
      CHECK(walked == found_books(query));
      CHECK(walked.size() == static_cast<std::size_t>(total));
    }
}

TEST_CASE("a place that is gone is one in the order of keys, and none in another") {
  CHECK(found_books("after=0") == "12345");
  CHECK(found_books("direction=descending&after=99") == "54321");
  auto const search =
      ListSearch<Book>::read(list_asked("sort=title&after=99"), Direction::ascending);
  REQUIRE(search);
  CHECK_FALSE(search->page(books()));
}

TEST_CASE("what lines do not have, or what cannot be read, is named") {
  auto const asked = ListSearch<Book>::read(list_asked("sort=titel"), Direction::ascending);
  CHECK(asked.error().front().code == "unknown-field");
  CHECK(refused_list("sort=titel") ==
        "query: sort: there is no field \"titel\", did you mean \"title\"?");
  CHECK(refused_list("where.zzzzz=1") ==
        "query: where.zzzzz: there is no field \"zzzzz\"; there are number, title, rating, genres, "
        "shelf, lent, colour and printed");
  CHECK(refused_list("where.rating=good") ==
        "query: where.rating: expected a number, got \"good\"");
  CHECK(refused_list("where.rating=1..x") == "query: where.rating: expected a number, got \"x\"");
  CHECK(refused_list("where.shelf=middle") ==
        "query: where.shelf: expected upper or lower, got \"middle\"");
  CHECK(refused_list("where.printed=soon") ==
        "query: where.printed: expected a time such as 2026-01-31T10:30:00Z, got \"soon\"");
}

}  // namespace sievarr::api

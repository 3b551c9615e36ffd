#include <sievarr/filter/columns/table.hpp>

#include "random.hpp"

#include <doctest/doctest.h>

#include <cstring>

namespace sievarr::filter {
namespace {

/// Whether two shows are the same to the bit: a rating that is no number equals itself here.
bool same(Show a, Show b) {
  if (a.rating && b.rating && std::memcmp(&*a.rating, &*b.rating, sizeof *a.rating) != 0)
    return false;
  if (a.rating.has_value() != b.rating.has_value()) return false;
  a.rating.reset();
  b.rating.reset();
  return a == b;
}

Show made_up(std::int64_t id, std::string title) { return {.id = id, .title = std::move(title)}; }

}  // namespace

TEST_CASE("a table gives back every show as it came") {
  random::Dice dice(1);
  Table table;
  std::vector<Show> shows;
  for (std::int64_t id = 1; id <= 3000; ++id) {
    shows.push_back(random::show(dice, id));
    table.upsert(shows.back());
  }

  bool all = true;
  for (std::size_t row = 0; row < shows.size(); ++row) all = all && same(table.at(row), shows[row]);
  CHECK(all);
  CHECK(!table.irregular_rows().empty());
}

TEST_CASE("a show keeps its row when it is replaced, and titles around it stay") {
  Table table;
  table.upsert(made_up(10, "First"));
  table.upsert(made_up(20, "Second"));
  table.upsert(made_up(30, "Third"));

  for (auto const* title : {"Much Longer Than Before", "S", "", "Second"}) {
    CHECK(table.upsert(made_up(20, title)) == 1);
    CHECK(table.at(0).title == "First");
    CHECK(table.at(1).title == title);
    CHECK(table.at(2).title == "Third");
  }
  CHECK(table.folded_titles()[2] == "third");
  CHECK(table.size() == 3);
}

TEST_CASE("rows are found by id in whatever order shows came") {
  Table table;
  for (std::int64_t const id : {50, 10, 40, 20, 30}) table.upsert(made_up(id, "Show"));

  std::vector<std::int64_t> in_order;
  for (auto const row : table.by_id()) in_order.push_back(table.ids()[row]);
  CHECK(in_order == std::vector<std::int64_t>{10, 20, 30, 40, 50});
  CHECK(table.find(40) == 2);
  CHECK_FALSE(table.find(41));
}

TEST_CASE("a show that is gone can come back") {
  Table table;
  table.upsert(made_up(1, "One"));
  table.upsert(made_up(2, "Two"));

  CHECK(table.remove(1));
  CHECK_FALSE(table.remove(1));
  CHECK_FALSE(table.remove(3));
  CHECK(table.present() == 1);
  table.upsert(made_up(1, "One"));
  CHECK(table.present() == 2);
  CHECK(table.size() == 2);
}

TEST_CASE("a irregular show that is mended is irregular no more") {
  Table table;
  auto show = made_up(1, "One");
  show.tvdb_id = -5;
  table.upsert(show);
  CHECK(table.irregular_rows().size() == 1);
  CHECK(table.at(0).tvdb_id == -5);

  show.tvdb_id = 5;
  table.upsert(show);
  CHECK(table.irregular_rows().empty());
  CHECK(table.at(0) == show);
}

TEST_CASE("more distinct values than there are codes make irregular shows, not wrong ones") {
  Table table;
  constexpr std::int64_t many = 70'000;
  for (std::int64_t id = 1; id <= many; ++id) {
    auto show = made_up(id, "Show");
    show.rating = static_cast<double>(id) / 7;
    table.upsert(show);
  }

  CHECK(table.irregular_rows().size() == many - 65'535);
  CHECK(table.at(65'534).rating == 65'535.0 / 7);
  CHECK(table.at(65'535).rating == 65'536.0 / 7);
}

}  // namespace sievarr::filter

#include <sievarr/reflect/pairs.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <type_traits>

namespace sievarr::test {
namespace {

struct Said {
  std::string name;
  std::int64_t size = 0;
  bool open = false;
};
BOOST_DESCRIBE_STRUCT(Said, (), (name, size, open))

constexpr auto notes_of(reflect::Of<Said>) {
  using reflect::Note;
  return reflect::Notes{Note<&Said::name>{.text = "Name."}, Note<&Said::size>{.text = "Size."},
                        Note<&Said::open>{.text = "Whether it is open."}};
}

struct Taken {
  std::int64_t size = 0;
  std::string open;
  std::string title;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (size, open, title, name))

constexpr auto notes_of(reflect::Of<Taken>) {
  using reflect::Note;
  return reflect::Notes{Note<&Taken::size>{.text = "Size."}, Note<&Taken::open>{.text = "Opening."},
                        Note<&Taken::title>{.text = "Title."}, Note<&Taken::name>{.text = "Name."}};
}

}  // namespace

TEST_CASE("fields of one name meet, as far as somebody takes the two, and no others do") {
  Said const said{.name = "a", .size = 7, .open = true};
  Taken taken{.open = "ajar", .title = "b"};
  reflect::for_each_pair<Said, Taken>([&](auto from, auto to) requires(
      std::is_same_v<typename decltype(from)::Value, typename decltype(to)::Value>) {
    to.in(taken) = from.in(said);
  });

  CHECK(taken.name == "a");
  CHECK(taken.size == 7);
  CHECK(taken.open == "ajar");
  CHECK(taken.title == "b");
}

}  // namespace sievarr::test

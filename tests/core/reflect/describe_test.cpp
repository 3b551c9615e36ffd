#include <sievarr/reflect/describe.hpp>

#include <doctest/doctest.h>
#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sievarr::reflect {
namespace {

struct Part {
  int width = 0;
  int height = 0;
};
BOOST_DESCRIBE_STRUCT(Part, (), (width, height))

constexpr auto notes_of(Of<Part>) {
  return reflect::Notes{
      Note<&Part::width>{.text = "How wide."},
      Note<&Part::height>{.text = "How high.", .required = true},
  };
}

struct Whole {
  std::string name;
  Part part;
  bool not_ = false;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (name, part, not_))

constexpr auto notes_of(Of<Whole>) {
  return reflect::Notes{
      Note<&Whole::name>{.text = "What it is called.", .example = "box", .key = true},
      Note<&Whole::part>{.spread = true},
      Note<&Whole::not_>{.text = "Turns it round."},
  };
}

enum class Colour { red, green_, blue };
BOOST_DESCRIBE_ENUM(Colour, red, green_, blue)

TEST_CASE("fields are met in the order of declaration, those of a spread one in its place") {
  std::vector<std::string> names;
  for_each_field<Whole>([&](auto field) { names.emplace_back(field.name); });

  CHECK(names == std::vector<std::string>{"name", "width", "height", "not"});
}

TEST_CASE("a field reaches its value through the spread members above it") {
  Whole whole{.name = "box", .part = {.width = 3, .height = 4}, .not_ = false};
  for_each_field<Whole>([&](auto field) {
    if constexpr (std::is_same_v<typename decltype(field)::Value, int>) field.in(whole) += 10;
  });

  CHECK(whole.part.width == 13);
  CHECK(whole.part.height == 14);
}

TEST_CASE("a field carries what its note says") {
  std::vector<std::string> said;
  for_each_field<Whole>([&](auto field) {
    said.push_back(std::string(field.text) + "|" + std::string(field.example) +
                   (field.key ? "|key" : "") + (field.required ? "|required" : ""));
  });

  CHECK(said == std::vector<std::string>{"What it is called.|box|key", "How wide.|",
                                         "How high.||required", "Turns it round.|"});
}

TEST_CASE("enumerators are met in order and lose a trailing underscore") {
  std::vector<std::string> names;
  for_each_enumerator<Colour>([&](Colour, std::string_view name) { names.emplace_back(name); });

  CHECK(names == std::vector<std::string>{"red", "green", "blue"});
}

}  // namespace
}  // namespace sievarr::reflect

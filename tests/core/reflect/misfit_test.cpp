#include <sievarr/reflect/misfit.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::reflect {

namespace {

constexpr Shape day{.expected = "a day such as 2026-01-31"};
constexpr Shape rating{.type = Shape::Type::number, .expected = "a number", .min = 0, .max = 10};
constexpr Shape positive{.type = Shape::Type::integer, .expected = "a number", .min = 1};
constexpr Shape small{.type = Shape::Type::number, .expected = "a number", .max = 8.5};

}  // namespace

TEST_CASE("a text that cannot be read is told what was expected") {
  auto const misfit = unreadable(day, "tomorrow\n", "today");
  CHECK(misfit.code == "bad-type");
  CHECK(misfit.message == R"(expected a day such as 2026-01-31, got "tomorrow\n")");
  CHECK(misfit.instead == "today");
  CHECK(unreadable(day, "").message == "expected a day such as 2026-01-31, got nothing");
}

TEST_CASE("a number out of range is told the bounds that there are") {
  CHECK(out_of_range(rating, "11").code == "out-of-range");
  CHECK(out_of_range(rating, "11").message == "must be between 0 and 10, got 11");
  CHECK(out_of_range(positive, "0").message == "must be at least 1, got 0");
  CHECK(out_of_range(small, "9").message == "must be at most 8.5, got 9");
  CHECK(out_of_range(small, std::string(41, '9')).message ==
        "must be at most 8.5, got " + std::string(40, '9') + "…");
}

}  // namespace sievarr::reflect

#include "effort.hpp"

#include <sievarr/base/number.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr {

using Limits = std::numeric_limits<double>;

TEST_CASE("whole numbers are written as they are") {
  CHECK(to_text(0) == "0");
  CHECK(to_text(-42) == "-42");
  CHECK(to_text(std::uint8_t{7}) == "7");
  CHECK(to_text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(to_text(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
}

// The natively built program and the WebAssembly one run this same table.
TEST_CASE("a number is written with the fewest digits that read back") {
  std::vector<std::pair<double, std::string_view>> const table{
      {8.5, "8.5"},
      {0.1, "0.1"},
      {0.1 + 0.2, "0.30000000000000004"},
      {100, "100"},
      {-100, "-100"},
      {1.0 / 3, "0.3333333333333333"},
      {2.0 / 3, "0.6666666666666666"},
      {1e20, "100000000000000000000"},
      {123456789012345680000.0, "123456789012345680000"},
      {1e21, "1e+21"},
      {1.5e300, "1.5e+300"},
      {0.000001, "0.000001"},
      {0.00000123, "0.00000123"},
      {1e-7, "1e-7"},
      {1.25e-9, "1.25e-9"},
      {9007199254740993.0, "9007199254740992"},
      {9007199254740991.0, "9007199254740991"},
      {0x1p-44, "5.684341886080802e-14"},
      {0x1p-1074, "5e-324"},
      {0x1.8p-1073, "1.5e-323"},
      {0x1p-1022, "2.2250738585072014e-308"},
      {0x0.fffffffffffffp-1022, "2.225073858507201e-308"},
      {Limits::max(), "1.7976931348623157e+308"},
      {5e-324, "5e-324"},
      {9.5e-7, "9.5e-7"},
      {99999999999999990.0, "99999999999999980"},
      {0.0, "0"},
      {-0.0, "0"},
      {Limits::infinity(), "infinity"},
      {-Limits::infinity(), "-infinity"},
      {Limits::quiet_NaN(), "nan"},
  };
  for (auto const& [number, text] : table) CHECK(to_text(number) == text);
}

TEST_CASE("the portable way to write a number agrees with the standard library's") {
  std::uint64_t bits = 0x9E37'79B9'7F4A'7C15;
  for (int round = 0; round < test::rounds(20'000, 1'000'000); ++round) {
    bits = bits * 6364136223846793005U + 1442695040888963407U;
    std::uint64_t const pattern = round % 4 == 0 ? bits & 0x7FF0'0000'0000'0000 : bits >> 1;
    double number = 0;
    std::memcpy(&number, &pattern, sizeof number);
    if (!std::isfinite(number) || number == 0) continue;
    auto const decimal = shortest_decimal(number);
    REQUIRE(portable::shortest_decimal(number) == decimal);
    auto const text = laid_out(decimal);
    REQUIRE(to_double(text) == number);
    REQUIRE(portable::nearest_double(text) == number);
  }
}

TEST_CASE("the portable way agrees on numbers of few digits, and where few end") {
  for (auto const* const text :
       {"999999999999999", "999999999999999.5", "9999999999999999", "99999999999999.99", "0.001",
        "0.0005", "0.0001", "123456789012.345", "1000000000000000", "4503599627370496.5",
        "0.000000000000001", "100000000000000.1", "5.", ".5", "-.125", "00000000000000000001"}) {
    CAPTURE(text);
    auto const number = nearest_double(text);
    CHECK(portable::nearest_double(text) == number);
    CHECK(portable::shortest_decimal(std::abs(number)) == shortest_decimal(std::abs(number)));
  }
}

TEST_CASE("ratings and percentages read back as themselves") {
  for (int hundredths = -10'000; hundredths <= 10'000; ++hundredths) {
    double const number = hundredths / 100.0;
    REQUIRE(to_double(to_text(number)) == number);
    REQUIRE(to_text(number).size() <= 6);
    REQUIRE(portable::nearest_double(to_text(number)) == number);
    if (number > 0) REQUIRE(portable::shortest_decimal(number) == shortest_decimal(number));
  }
}

TEST_CASE("an integer is a sign, digits, and nothing else") {
  CHECK(to_integer("0") == 0);
  CHECK(to_integer("-0") == 0);
  CHECK(to_integer("+17") == 17);
  CHECK(to_integer("08") == 8);
  CHECK(to_integer("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
  CHECK(to_integer("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
  for (auto const* const text :
       {"", "+", "-", "+-1", "-+1", "--1", " 1", "1 ", "1.0", "1e3", "0x10", "1_000",
        "9223372036854775808", "-9223372036854775809", "١"})
    CHECK_MESSAGE(!to_integer(text), text);
}

TEST_CASE("a decimal is read as JSON and YAML write it") {
  struct Written {
    std::string_view text;
    double number;
  };
  std::vector<Written> const table{
      {"8.5", 8.5},
      {"+8.5", 8.5},
      {"-8.5", -8.5},
      {".5", 0.5},
      {"5.", 5},
      {"1e3", 1000},
      {"1E+3", 1000},
      {"12.5e-1", 1.25},
      {"007.50", 7.5},
      {"9007199254740993", 9007199254740992.0},
      {"9007199254740993.0000000000000000000000000000001", 9007199254740994.0},
      {"2.4703282292062327e-324", 0.0},
      {"2.4703282292062328e-324", 5e-324},
      {"1.7976931348623158e308", Limits::max()},
      {"0e999999999999999999999", 0.0},
      {"1e-400", 0.0},
      {"-1e-999999999999999999999", 0.0},
      {"0.1e-99999", 0.0},
  };
  for (auto const& written : table) {
    CAPTURE(written.text);
    auto const number = to_double(written.text);
    REQUIRE(number);
    CHECK(*number == written.number);
  }
  auto const zeros = std::string(400, '0');
  CHECK(to_double("1" + zeros + "e-400") == 1.0);
  CHECK(to_double("0." + zeros + "1e401") == 1.0);
  CHECK(to_double("0." + zeros + "1") == 0.0);
}

TEST_CASE("what is no decimal, or none that fits, is not read") {
  auto const many = std::string(400, '9');
  for (auto const* const text : {"",         "+",
                                 "-",        ".",
                                 "e5",       ".e5",
                                 "1e",       "1e+",
                                 "1.2.3",    "1,5",
                                 " 1",       "1 ",
                                 "inf",      "-inf",
                                 ".inf",     "nan",
                                 ".nan",     "infinity",
                                 "0x10",     "0x1p3",
                                 "1f",       "+-1",
                                 "1e1.5",    "1e309",
                                 "-1.8e308", "1e999999999999999999999",
                                 "0.1e310"})
    CHECK_MESSAGE(!to_double(text), text);
  CHECK(!to_double(many));
  CHECK(!to_double("0." + std::string(400, '0') + "1e999"));
}

}  // namespace sievarr

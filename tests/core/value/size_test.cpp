#include <sievarr/value/size.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace sievarr::value {

static_assert(reflect::Printable<Size>);

TEST_CASE("a size is a number of bytes or of larger units") {
  struct Read {
    std::string_view text;
    std::int64_t bytes;
    std::string_view written;
  };
  std::vector<Read> const table{
      {"500MB", 500'000'000, "500MB"},
      {"10 GiB", 10LL << 30, "10GiB"},
      {"1.5TB", 1'500'000'000'000, "1500GB"},
      {"1.5 tib", 3LL << 39, "1536GiB"},
      {"1kb", 1'000, "1kB"},
      {"1 KiB", 1'024, "1KiB"},
      {"1048576", 1 << 20, "1MiB"},
      {"123 B", 123, "123B"},
      {"0", 0, "0B"},
      {"0.5KiB", 512, "512B"},
      {".5MB", 500'000, "500kB"},
      {"0.0001kB", 0, "0B"},
      {"9PB", 9'000'000'000'000'000, "9PB"},
  };
  for (auto const& row : table) {
    CAPTURE(row.text);
    auto const size = Size::read(row.text);
    REQUIRE(size);
    CHECK(size->bytes() == row.bytes);
    CHECK(size->text() == row.written);
    CHECK(*Size::read(size->text()) == *size);
  }
}

TEST_CASE("what is no size says what one looks like") {
  CHECK(Size::read("plenty").error().message ==
        R"(expected a size such as 500MB, 10GiB or 1.5TB, got "plenty")");
  for (auto const* const text : {"", "GB", "-1GB", "+1GB", "1,5GB", "1e3", "1.5", "1.2.3GB", "1 EB",
                                 "10 Gb/s", "0x10", "."}) {
    CAPTURE(text);
    auto const size = Size::read(text);
    REQUIRE_FALSE(size);
    CHECK(size.error().code == "bad-type");
    CHECK(size.error().instead.empty());
  }
}

TEST_CASE("a letter alone is no unit, and the whole one is suggested") {
  CHECK(Size::read("10G").error().instead == "10GB");
  CHECK(Size::read("10 gi").error().instead == "10GiB");
  CHECK(Size::read("1.5t").error().instead == "1.5TB");
}

TEST_CASE("a size ends at nine petabytes") {
  CHECK(Size::read("10PB").error().message == R"(must be at most 9PB, got "10PB")");
  CHECK(Size::read("10PB").error().code == "out-of-range");
  CHECK(Size::read("99999999999999999999999").error().code == "out-of-range");
}

TEST_CASE("sizes compare by their bytes") {
  CHECK(*Size::read("1000kB") == *Size::read("1MB"));
  CHECK(*Size::read("1MB") < *Size::read("1MiB"));
}

}  // namespace sievarr::value

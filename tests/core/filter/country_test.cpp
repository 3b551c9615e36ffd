#include <sievarr/filter/language/country.hpp>

#include <doctest/doctest.h>

namespace sievarr::filter {

TEST_CASE("countries are read by code and by name") {
  for (auto const* text : {"GB", "gb", "UK", " united kingdom ", "Great Britain"})
    CHECK(Country::read(text)->text() == "GB");
  CHECK(Country::read("no")->text() == "NO");
  CHECK(Country::read("Korea, Republic of")->text() == "KR");
}

TEST_CASE("a country that does not exist is refused with what was meant, a strange code kept") {
  CHECK(Country::read("Norwai").error().instead == "Norway");
  CHECK_FALSE(Country::read("Atlantis"));
  CHECK(Country::read("QQ")->text() == "QQ");
  CHECK(Country::remark("QQ")->severity == Severity::warning);
  CHECK(Country::remark("UK")->severity == Severity::hint);
  CHECK_FALSE(Country::remark("Norway"));
}

TEST_CASE("no code is listed with two first names and every code has two letters") {
  for (auto const& country : country_names) {
    CHECK(country.code.size() == 2);
    CHECK(Country::read(country.name)->text() == country.code);
    CHECK(Country::read(country.code)->text() == country.code);
  }
}

}  // namespace sievarr::filter

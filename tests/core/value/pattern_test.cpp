#include <sievarr/value/pattern.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::value {

static_assert(reflect::Printable<Pattern>);

namespace {

bool fits(std::string_view pattern, std::string_view title) {
  auto const read = Pattern::read(pattern);
  REQUIRE(read);
  return read->matches(fold(trimmed(title)));
}

/// The meaning of a pattern of ASCII letters, tried out the slow and obvious way.
bool fits_slowly(std::string_view pattern, std::string_view title) {
  if (pattern.empty()) return title.empty();
  if (pattern[0] == '*')
    return fits_slowly(pattern.substr(1), title) ||
           (!title.empty() && fits_slowly(pattern, title.substr(1)));
  if (title.empty() || (pattern[0] != '?' && pattern[0] != title[0])) return false;
  return fits_slowly(pattern.substr(1), title.substr(1));
}

/// The number-th of all texts of some letters, shortest first.
std::string spelled(std::size_t number, std::string_view letters) {
  std::string text;
  for (; number > 0; number = (number - 1) / letters.size())
    text += letters[(number - 1) % letters.size()];
  return text;
}

}  // namespace

TEST_CASE("a pattern fits whole titles, without regard to case") {
  CHECK(fits("Severance", "SEVERANCE"));
  CHECK(fits(" severance ", "Severance"));
  CHECK_FALSE(fits("Sever", "Severance"));
  CHECK_FALSE(fits("everance", "Severance"));
  CHECK(fits("ÉLITE", "élite"));
  CHECK(fits("große*", "GROSSE FREIHEIT"));
}

TEST_CASE("a star stands for anything, a question mark for one letter") {
  CHECK(fits("*", "anything"));
  CHECK(fits("*", ""));
  CHECK(fits("*christmas*", "A Christmas Carol"));
  CHECK(fits("*christmas*", "Christmas"));
  CHECK_FALSE(fits("*christmas*", "Christ mas"));
  CHECK(fits("The * of *", "The Rings of Power"));
  CHECK(fits("Se?erance", "Severance"));
  CHECK_FALSE(fits("Severance?", "Severance"));
  CHECK(fits("?", "é"));
  CHECK(fits("?", "🎬"));
  CHECK_FALSE(fits("??", "é"));
  CHECK_FALSE(fits("*??", "€"));
  CHECK(fits("*?", "€"));
  CHECK(fits("進?の*", "進撃の巨人"));
  CHECK(fits("*の??", "進撃の巨人"));
}

TEST_CASE("a backslash takes the meaning away") {
  CHECK(fits(R"(M\*A\*S\*H)", "M*A*S*H"));
  CHECK_FALSE(fits(R"(M\*A\*S\*H)", "M-A-S-H"));
  CHECK(fits(R"(Who\?)", "who?"));
  CHECK_FALSE(fits(R"(Who\?)", "whom"));
  CHECK(fits(R"(a\\b)", R"(a\b)"));
  CHECK(fits(R"(a\b)", R"(a\b)"));
  CHECK(fits(R"(a\)", R"(a\)"));
  CHECK(fits(R"(a\\*)", R"(a\bc)"));
}

TEST_CASE("every short pattern means the same on every short title as tried out slowly") {
  for (std::size_t p = 1; p <= 340; ++p) {
    auto const pattern = spelled(p, "ab*?");
    auto const read = Pattern::read(pattern);
    REQUIRE(read);
    for (std::size_t t = 0; t <= 126; ++t) {
      auto const title = spelled(t, "ab");
      if (read->matches(title) != fits_slowly(pattern, title)) FAIL(pattern << " on " << title);
    }
  }
}

TEST_CASE("a pattern that is nothing but letters is literal") {
  CHECK(Pattern::read("Severance")->is_literal());
  CHECK(Pattern::read("SeverancE")->literal() == "severance");
  CHECK(Pattern::read(R"(M\*A\*S\*H)")->literal() == "m*a*s*h");
  CHECK_FALSE(Pattern::read("Sever*")->is_literal());
  CHECK_FALSE(Pattern::read("Sever?nce")->is_literal());
}

TEST_CASE("patterns are equal when they mean the same, and keep their spelling") {
  CHECK(*Pattern::read("The *") == *Pattern::read("THE **"));
  CHECK(Pattern::read("THE **")->text() == "THE **");
  CHECK_FALSE(*Pattern::read("The *") == *Pattern::read("The ?"));
  CHECK_FALSE(*Pattern::read("*a") == *Pattern::read("a*"));
  CHECK_FALSE(*Pattern::read(R"(\*)") == *Pattern::read("*"));
  CHECK_FALSE(*Pattern::read("*?") == *Pattern::read("?"));
}

TEST_CASE("an empty pattern and one that is not UTF-8 are refused") {
  CHECK(Pattern::read(" ").error().message ==
        "expected a title, with * and ? for what varies, got nothing");
  CHECK(Pattern::read("a\xFE").error().code == "bad-type");
  CHECK_FALSE(Pattern{}.matches("a"));
}

TEST_CASE("titles that are not UTF-8 are judged like others") {
  CHECK(fits("a*", "a\xFE\xFF"));
  CHECK(fits("a??", "a\xFE\xFF"));
  CHECK_FALSE(fits("a?", "a\xFE\xFF"));
}

TEST_CASE("a pattern made to be slow is not") {
  std::string pattern;
  for (int i = 0; i < 2'000; ++i) pattern += "*a";
  CHECK_FALSE(fits(pattern + "*b", std::string(10'000, 'a')));
  CHECK_FALSE(fits(pattern + "?b*c", std::string(10'000, 'a')));
}

}  // namespace sievarr::value

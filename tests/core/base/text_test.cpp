#include <sievarr/base/text.hpp>

#include <doctest/doctest.h>

#include <iomanip>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr {

TEST_CASE("white space of any kind is trimmed off the ends only") {
  CHECK(trimmed(" \t\r\n a b \v\f ") == "a b");
  CHECK(trimmed("\u00A0\u2003\u3000Dark\u202F\u2029\u0085") == "Dark");
  CHECK(trimmed(" \u00A0 ").empty());
  CHECK(trimmed("").empty());
  CHECK(trimmed("\x85"
                "a\xA0") ==
        "\x85"
        "a\xA0");
  CHECK(trimmed("à") == "à");
  CHECK(trimmed("\u200Bx") == "\u200Bx");
}

TEST_CASE("words of protocols lose the capitals of ASCII, and nothing else") {
  CHECK(ascii_lowered("X-Api-Key [Z@{") == "x-api-key [z@{");
  CHECK(ascii_lowered("\u00c4RGER") == "\u00c4rger");
  CHECK(ascii_upper('z') == 'Z');
}

TEST_CASE("texts are the same but for case and outer space") {
  CHECK(same_text(" drama", "Drama\n"));
  CHECK(same_text("STRASSE", " straße"));
  CHECK_FALSE(same_text("drama", "dra ma"));
  CHECK_FALSE(same_text("", "a"));
}

TEST_CASE("a quoted text stays on its line") {
  CHECK(quoted("soon") == R"("soon")");
  CHECK(quoted("") == R"("")");
  CHECK(quoted("say \"hi\"\\") == R"("say \"hi\"\")");
  CHECK(quoted("a\nb\tc\rd\x1B[31m") == R"("a\nb\tc\u000dd\u001b[31m")");
  CHECK(quoted(std::string_view{"\0", 1}) == R"("\u0000")");
  CHECK(quoted("caf\xC3") == R"("caf\xc3")");
  CHECK(quoted("\u202Eevil\u2028\uFEFF") == R"("\u202eevil\u2028\ufeff")");
  CHECK(quoted("進撃") == R"("進撃")");
}

TEST_CASE("texts are quoted our way where the library's way has been included") {
  std::string text = "a\nb";
  std::string const constant = text;
  std::string const quote = quoted(text);

  CHECK(quote == R"("a\nb")");
  CHECK(std::string{quoted(constant)} == quote);
  CHECK(std::string{quoted(constant + "")} == quote);
}

TEST_CASE("a long text is cut where it is quoted") {
  std::string const sixty(60, 'x');
  CHECK(quoted(sixty) == '"' + sixty + '"');
  CHECK(quoted(sixty + "y") == '"' + sixty + "…\"");
}

TEST_CASE("words are listed as people list them") {
  using Texts = std::vector<std::string>;
  CHECK(listed(Texts{}) == "");
  CHECK(listed(Texts{"a"}) == "a");
  CHECK(listed(Texts{"a", "b"}) == "a and b");
  CHECK(listed(Texts{"a", "b", "c"}) == "a, b and c");
  CHECK(listed(Texts{"a", "b", "c"}, "or") == "a, b or c");
  CHECK(listed(std::vector<std::string_view>{"a", "b", "c"}, ",") == "a, b, c");
}

}  // namespace sievarr

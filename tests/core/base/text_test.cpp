#include <sievarr/base/text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr {

TEST_CASE("texts that people call the same fold to the same") {
  struct Same {
    std::string_view a;
    std::string_view b;
  };
  std::vector<Same> const table{
      {"Severance", "severance"},
      {"A Longer Title Than Eight Bytes", "a longer title than eight bytes"},
      {"CÔTE D'IVOIRE", "côte d'ivoire"},
      {"Åland", "åland"},
      {"ŁÓDŹ", "łódź"},
      {"ƏLİ", "əli"},
      {"VIỆT NAM", "việt nam"},
      {"ΟΔΟΣ", "οδος"},
      {"ΟΔΟΣ", "οδοσ"},
      {"МОСКВА ЁЖ", "москва ёж"},
      {"ՀԱՅԱՍՏԱՆ", "հայաստան"},
      {"STRASSE", "straße"},
      {"STRAẞE", "strasse"},
      {"İSTANBUL", "istanbul"},
      {"IŞIK", "ışık"},
      {"ＡＢＣ", "ａｂｃ"},
      {"ﬁnal", "FINAL"},
      {"", ""},
  };
  for (auto const& [a, b] : table) {
    CHECK(fold(a) == fold(b));
    CHECK(fold(fold(a)) == fold(a));
    CHECK(same_text(a, b));
  }
}

TEST_CASE("folding keeps accents, other scripts and signs") {
  CHECK(fold("Pokémon") == "pokémon");
  CHECK(fold("Pokémon") != fold("Pokemon"));
  CHECK(fold("進撃の巨人 ⭐ 🎬 @[`{") == "進撃の巨人 ⭐ 🎬 @[`{");
}

TEST_CASE("folding passes bytes that are not UTF-8 through") {
  CHECK(fold("A\xFF"
             "B") ==
        "a\xFF"
        "b");
  CHECK(fold("\xC3") == "\xC3");
  CHECK(fold("\xED\xA0\x80Z") == "\xED\xA0\x80z");
}

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

TEST_CASE("texts are the same but for case and outer space") {
  CHECK(same_text(" drama", "Drama\n"));
  CHECK_FALSE(same_text("drama", "dra ma"));
  CHECK_FALSE(same_text("", "a"));
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  std::string const ascii = "twelve bytes";
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8(ascii + "é€🎬" + ascii));
  CHECK_FALSE(first_invalid_utf8("\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"));
  CHECK_FALSE(first_invalid_utf8({"\0a", 2}));
  for (std::string const& bad :
       {std::string("\x80"), std::string("\xC0\x80"), std::string("\xC1\xBF"), std::string("\xC3"),
        std::string("\xE0\x9F\xBF"), std::string("\xED\xA0\x80"), std::string("\xED\xBF\xBF"),
        std::string("\xE2\x82"), std::string("\xF0\x8F\xBF\xBF"), std::string("\xF4\x90\x80\x80"),
        std::string("\xF5\x80\x80\x80"), std::string("\xFF"), std::string("\xC3\xC3")}) {
    CHECK(first_invalid_utf8(bad) == 0);
    CHECK(first_invalid_utf8(ascii + bad + ascii) == ascii.size());
    CHECK(first_invalid_utf8("é" + bad) == 2);
  }
}

TEST_CASE("columns are counted in code points, and in UTF-16 units for editors") {
  CHECK(code_points("") == 0);
  CHECK(code_points("aé€🎬") == 4);
  CHECK(utf16_units("aé€🎬") == 5);
}

TEST_CASE("every code point is written as it is read") {
  for (char32_t point = 0; point <= 0x10'FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, point);
    auto const read = first_code_point(text);
    if (read.value != point || read.size != text.size()) FAIL(static_cast<unsigned>(point));
  }
}

TEST_CASE("a quoted text stays on its line") {
  CHECK(quoted("soon") == R"("soon")");
  CHECK(quoted("") == R"("")");
  CHECK(quoted("say \"hi\"\\") == R"("say \"hi\"\")");
  CHECK(quoted("a\nb\tc\rd\x1B[31m") == R"("a\nb\tc\u000dd\u001b[31m")");
  CHECK(quoted({"\0", 1}) == R"("\u0000")");
  CHECK(quoted("caf\xC3") == R"("caf\xc3")");
  CHECK(quoted("\u202Eevil\u2028\uFEFF") == R"("\u202eevil\u2028\ufeff")");
  CHECK(quoted("進撃") == R"("進撃")");
}

TEST_CASE("a long text is cut where it is quoted") {
  std::string const sixty(60, 'x');
  CHECK(quoted(sixty) == '"' + sixty + '"');
  CHECK(quoted(sixty + "y") == '"' + sixty + "…\"");
}

TEST_CASE("words are listed as people list them") {
  using Words = std::vector<std::string>;
  CHECK(listed(Words{}) == "");
  CHECK(listed(Words{"a"}) == "a");
  CHECK(listed(Words{"a", "b"}) == "a and b");
  CHECK(listed(Words{"a", "b", "c"}) == "a, b and c");
  CHECK(listed(Words{"a", "b", "c"}, "or") == "a, b or c");
  CHECK(listed(std::vector<std::string_view>{"a", "b", "c"}, ",") == "a, b, c");
}

}  // namespace sievarr

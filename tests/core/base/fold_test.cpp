#include <sievarr/base/fold.hpp>

#include <doctest/doctest.h>

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

}  // namespace sievarr

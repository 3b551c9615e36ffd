#include <sievarr/base/utf8.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr {

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

}  // namespace sievarr

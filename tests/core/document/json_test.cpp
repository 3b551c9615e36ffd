#include <sievarr/document/json.hpp>
#include <sievarr/document/write_json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::document {
namespace {

using namespace std::string_view_literals;

/// Every text, and what it is when written again.
struct Accepted {
  std::string_view text;
  std::string_view written;
};

Accepted const accepted[] = {
    {"null", "null"},
    {"true", "true"},
    {"false", "false"},
    {"0", "0"},
    {"-0", "-0"},
    {"-1", "-1"},
    {"123", "123"},
    {"1.5", "1.5"},
    {"-0.0", "-0.0"},
    {"1e1", "1e1"},
    {"1E+2", "1E+2"},
    {"1e-2", "1e-2"},
    {"1.25e10", "1.25e10"},
    {"0e0", "0e0"},
    {"123456789012345678901234567890", "123456789012345678901234567890"},
    {"1e999", "1e999"},
    {"\"\"", "\"\""},
    {"\"a\"", "\"a\""},
    {R"("\"\\\/\b\f\n\r\t")", R"("\"\\/\b\f\n\r\t")"},
    {R"("\u0041")", "\"A\""},
    {R"("\u00e9")", "\"é\""},
    {R"("\u20AC")", "\"€\""},
    {R"("\uD83D\uDE00")", "\"😀\""},
    {R"("\udbff\udfff")", "\"\xF4\x8F\xBF\xBF\""},
    {R"("\u0000")", R"("\u0000")"},
    {R"("\uFFFF")", "\"\xEF\xBF\xBF\""},
    {R"("a\u001fb")", R"("a\u001fb")"},
    {"\"\x7F\"", "\"\x7F\""},
    {"\"é€😀\"", "\"é€😀\""},
    {"\"12345678\"", "\"12345678\""},
    {"\"1234567\\n12345678\"", "\"1234567\\n12345678\""},
    {"\"null\"", "\"null\""},
    {"\"1\"", "\"1\""},
    {"[]", "[]"},
    {"[ ]", "[]"},
    {"[1]", "[1]"},
    {"[1,2,3]", "[1,2,3]"},
    {"[[]]", "[[]]"},
    {"[[],[[]]]", "[[],[[]]]"},
    {"[null,true,\"a\",{}]", "[null,true,\"a\",{}]"},
    {"{}", "{}"},
    {"{ }", "{}"},
    {R"({"a":1})", R"({"a":1})"},
    {R"({"a":{"b":[{}]}})", R"({"a":{"b":[{}]}})"},
    {R"({"":0})", R"({"":0})"},
    {R"({"\u0061":1})", R"({"a":1})"},
    {R"({"a\nb":1})", R"({"a\nb":1})"},
    {" \t\r\n1 \t\r\n", "1"},
    {" { \"a\" : [ 1 , 2 ] } ", R"({"a":[1,2]})"},
    {"\xEF\xBB\xBF{}", "{}"},
};

/// A text that is no JSON, and what is said about it.
struct Refused {
  std::string_view text;
  std::string_view said;
};

Refused const refused_texts[] = {
    {"", "x:1:1: expected a value, got the end of the text"},
    {" ", "x:1:2: expected a value, got the end of the text"},
    {"\xEF\xBB\xBF", "x:1:1: expected a value, got the end of the text"},
    {"nul", "x:1:1: expected a value, got \"n\""},
    {"nulll", "x:1:5: expected nothing behind the value, got \"l\""},
    {"True", "x:1:1: expected a value, got \"T\""},
    {"tru", "x:1:1: expected a value, got \"t\""},
    {"NaN", "x:1:1: expected a value, got \"N\""},
    {"Infinity", "x:1:1: expected a value, got \"I\""},
    {"-Infinity", "x:1:1: expected a number, got \"-\""},
    {"-", "x:1:1: expected a number, got \"-\""},
    {"+1", "x:1:1: expected a value, got \"+\""},
    {"01", "x:1:2: expected nothing behind the value, got \"1\""},
    {"-01", "x:1:3: expected nothing behind the value, got \"1\""},
    {"1.", "x:1:1: expected a number, got \"1\""},
    {".5", "x:1:1: expected a value, got \".\""},
    {"1e", "x:1:1: expected a number, got \"1\""},
    {"1e+", "x:1:1: expected a number, got \"1\""},
    {"1.e1", "x:1:1: expected a number, got \"1\""},
    {"0x10", "x:1:2: expected nothing behind the value, got \"x\""},
    {"1 2", "x:1:3: expected nothing behind the value, got \"2\""},
    {"'a'", "x:1:1: expected a value, got \"'\""},
    {"a", "x:1:1: expected a value, got \"a\""},
    {"\"", "x:1:1: a string without an end"},
    {"\"a", "x:1:1: a string without an end"},
    {"\"a\\", "x:1:3: an unknown escape in a string"},
    {"\"a\\\"", "x:1:1: a string without an end"},
    {R"("\x41")", "x:1:2: an unknown escape in a string"},
    {R"("\'")", "x:1:2: an unknown escape in a string"},
    {R"("\U0041")", "x:1:2: an unknown escape in a string"},
    {R"("\u")", "x:1:2: an unknown escape in a string"},
    {R"("\u12")", "x:1:2: an unknown escape in a string"},
    {R"("\u12G4")", "x:1:2: an unknown escape in a string"},
    {R"("a\u12)", "x:1:3: an unknown escape in a string"},
    {R"("\uD800")", "x:1:2: half a surrogate pair in a string"},
    {R"("\uDC00")", "x:1:2: half a surrogate pair in a string"},
    {R"("\uD800\n")", "x:1:2: half a surrogate pair in a string"},
    {R"("\uD800\u0041")", "x:1:2: half a surrogate pair in a string"},
    {R"("\uD800\uD800")", "x:1:2: half a surrogate pair in a string"},
    {R"("\uD800\u12")", "x:1:2: an unknown escape in a string"},
    {"\"a\nb\"", "x:1:3: a control character in a string"},
    {"\"\t\"", "x:1:2: a control character in a string"},
    {"\"\0\""sv, "x:1:2: a control character in a string"},
    {"\0"sv, R"(x:1:1: expected a value, got "\u0000")"},
    {"[\0]"sv, R"(x:1:2: expected a value or "]", got "\u0000")"},
    {"1\0"sv, R"(x:1:2: expected nothing behind the value, got "\u0000")"},
    {"\"\xFF\"", "x:1:2: bytes that are not UTF-8"},
    {"\"\xC0\xAF\"", "x:1:2: bytes that are not UTF-8"},
    {"\"\xE2\x82\"", "x:1:2: bytes that are not UTF-8"},
    {"\"\xED\xA0\x80\"", "x:1:2: bytes that are not UTF-8"},
    {"\"\xF4\x90\x80\x80\"", "x:1:2: bytes that are not UTF-8"},
    {"\"\xF5\"", "x:1:2: bytes that are not UTF-8"},
    {"\"ab\x80\"", "x:1:4: bytes that are not UTF-8"},
    {"\xC3\xA9", "x:1:1: expected a value, got \"é\""},
    {"\xFF\xFE[\0]\0"sv, R"(x:1:1: expected a value, got "\xff")"},
    {"[", R"(x:1:2: expected a value or "]", got the end of the text)"},
    {"]", "x:1:1: expected a value, got \"]\""},
    {"[1", R"(x:1:3: expected "," or "]", got the end of the text)"},
    {"[1,", "x:1:4: expected a value, got the end of the text"},
    {"[1,]", "x:1:4: expected a value, got \"]\""},
    {"[,1]", "x:1:2: expected a value, got \",\""},
    {"[1,,2]", "x:1:4: expected a value, got \",\""},
    {"[1 2]", R"(x:1:4: expected "," or "]", got "2")"},
    {"[1}", R"(x:1:3: expected "," or "]", got "}")"},
    {"[1]]", "x:1:4: expected nothing behind the value, got \"]\""},
    {"[//]", "x:1:2: expected a value, got \"/\""},
    {"{", R"(x:1:2: expected a key or "}", got the end of the text)"},
    {"{]", "x:1:2: expected a key, got \"]\""},
    {"{1:2}", "x:1:2: expected a key, got \"1\""},
    {"{a:1}", "x:1:2: expected a key, got \"a\""},
    {"{'a':1}", "x:1:2: expected a key, got \"'\""},
    {"{\"a\"", R"(x:1:5: expected ":", got the end of the text)"},
    {"{\"a\" 1}", R"(x:1:6: expected ":", got "1")"},
    {"{\"a\":}", "x:1:6: expected a value, got \"}\""},
    {"{\"a\":1", R"(x:1:7: expected "," or "}", got the end of the text)"},
    {"{\"a\":1,}", "x:1:8: expected a key, got \"}\""},
    {"{,}", "x:1:2: expected a key, got \",\""},
    {"{\"a\":1 \"b\":2}", R"(x:1:8: expected "," or "}", got "\"")"},
    {"{\"a\"::1}", "x:1:6: expected a value, got \":\""},
    {"{\"a\":1]", R"(x:1:7: expected "," or "}", got "]")"},
    {"{}{}", "x:1:3: expected nothing behind the value, got \"{\""},
    {"/**/1", "x:1:1: expected a value, got \"/\""},
    {"[1] // one", "x:1:5: expected nothing behind the value, got \"/\""},
    {"\xC2\xA0"
     "1",
     "x:1:1: expected a value, got \"\xC2\xA0\""},
    {"[\n1,\r\n  x]", "x:3:3: expected a value, got \"x\""},
    {"[\"é€\",x]", "x:1:7: expected a value, got \"x\""},
    {"<html>", "x:1:1: expected a value, got \"<\""},
};

TEST_CASE("every JSON text is read, and written as the same value") {
  for (auto const& each : accepted) {
    CAPTURE(each.text);
    auto const reading = read_json(each.text, "x");

    CHECK(reading.problems.empty());
    CHECK(write_json(reading.value) == each.written);
  }
}

TEST_CASE("what is no JSON is refused with the place and what was expected") {
  for (auto const& each : refused_texts) {
    CAPTURE(each.text);
    auto const reading = read_json(each.text, "x");

    REQUIRE(reading.problems.size() == 1);
    CHECK(to_text(reading.problems[0]) == each.said);
    CHECK(reading.problems[0].code == "bad-json");
  }
}

TEST_CASE("skipping a value sees the same faults as reading it") {
  for (auto const& each : accepted) {
    JsonReader reader(each.text);
    reader.skip_value();
    CHECK_MESSAGE(reader.finish(), each.text);
  }
  for (auto const& each : refused_texts) {
    JsonReader reader(each.text);
    reader.skip_value();
    CHECK_FALSE_MESSAGE(reader.finish(), each.text);
  }
}

TEST_CASE("a text that was cut off anywhere is an error, read or skipped") {
  std::string_view const whole = R"([{"a":"b\u00e9\"c","d":[-1.5e3,true,null,{}]},"x"])";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    auto const part = whole.substr(0, size);
    CAPTURE(part);
    JsonReader reader(part);
    reader.skip_value();
    CHECK(!reader.finish());
    CHECK(has_errors(read_json(part, "x").problems));
  }
}

TEST_CASE("values and keys know their places") {
  auto const reading = read_json("\xEF\xBB\xBF{\r\n  \"é\": [1, \"ü\", {}]\r\n}", "a.json");
  auto const& member = mapping(reading.value)->at(0);
  auto const& items = *sequence(member.value);

  CHECK(to_text(reading.value.place) == "a.json:1:1");
  CHECK(to_text(member.key_place) == "a.json:2:3");
  CHECK(member.key_place.begin == 8);
  CHECK(member.key_place.end == 12);
  CHECK(to_text(items[0].place) == "a.json:2:9");
  CHECK(to_text(items[1].place) == "a.json:2:12");
  CHECK(items[1].place.end - items[1].place.begin == 4);
  CHECK(to_text(items[2].place) == "a.json:2:17");
}

TEST_CASE("numbers and words are plain scalars, strings are quoted ones") {
  auto const reading = read_json(R"([1.50, true, null, "null"])", "x");
  auto const& items = *sequence(reading.value);

  CHECK(*scalar(items[0]) == Scalar{.text = "1.50"});
  CHECK(*scalar(items[1]) == Scalar{.text = "true"});
  CHECK(is_null(items[2]));
  CHECK(!is_null(items[3]));
}

TEST_CASE("a key that is given twice is a problem that names the first one") {
  auto const reading = read_json("{\"a\": 1,\n\"b\": 2,\n\"a\": 3,\n\"\\u0061\": 4}", "x");

  REQUIRE(reading.problems.size() == 2);
  CHECK(to_text(reading.problems[0]) == "x:3:1: duplicate key \"a\", first in line 1");
  CHECK(to_text(reading.problems[1]) == "x:4:1: duplicate key \"a\", first in line 3");
  CHECK(reading.problems[0].code == "duplicate-key");
}

TEST_CASE("deep nesting stops at the limit, read or skipped") {
  auto const nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(read_json(nested(64), "x").problems.empty());
  auto const reading = read_json(nested(65), "x");
  REQUIRE(reading.problems.size() == 1);
  CHECK(to_text(reading.problems[0]) == "x:1:65: nested deeper than 64 levels; flatten it");
  CHECK(reading.problems[0].code == "too-deep");

  CHECK(read_json(nested(3), "x", {.levels = 2}).problems.size() == 1);
  CHECK(read_json(std::string(100'000, '['), "x").problems.size() == 1);
  std::string objects;
  for (int level = 0; level < 100'000; ++level) objects += "{\"a\":";
  JsonReader reader(objects);
  reader.skip_value();
  REQUIRE(reader.error());
  CHECK(reader.error()->code == "too-deep");
}

TEST_CASE("too many values and too many bytes are refused") {
  auto const many = read_json("[1,2,3]", "x", {.values = 3});
  REQUIRE(many.problems.size() == 1);
  CHECK(to_text(many.problems[0]) == "x:1:6: more than 3 values; split it");

  auto const large = read_json("[1,2,3]", "x", {.bytes = 6});
  REQUIRE(large.problems.size() == 1);
  CHECK(to_text(large.problems[0]) == "x: must be at most 6 bytes, got 7");
}

TEST_CASE("a tree is written for people with two spaces a level") {
  auto const reading = read_json(R"({"a":[1,{"b":"c"}],"d":{},"e":[]})", "x");

  CHECK(write_json_pretty(reading.value) ==
        "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"d\": {},\n  \"e\": "
        "[]\n}");
}

TEST_CASE("a plain scalar that is no JSON word is written as a string") {
  for (std::string_view text :
       {"", "~", "yes", "01", "1.", ".5", "+1", "0x1", "NaN", "1 2", "Null"})
    CHECK(write_json(Node{.value = Scalar{std::string(text)}}) == '"' + std::string(text) + '"');
}

TEST_CASE("whatever bytes a text holds, it is written as JSON") {
  std::string written;
  append_json_string(written, "a\xFF\xE2\x82z\x01\"\\\x7F\xED\xA0\x80");

  CHECK(written ==
        "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\\u0001\\\"\\\\\x7F"
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(read_json(written, "x").problems.empty());
}

}  // namespace
}  // namespace sievarr::document

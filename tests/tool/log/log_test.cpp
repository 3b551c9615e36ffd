#include "log/log.hpp"
#include "../support/fake_clock.hpp"

#include <sievarr/document/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace sievarr::log {
namespace {

/// A log whose lines a test can read.
struct Written {
  test::FakeClock clock;
  std::vector<std::string> lines;
  Log log{clock, [this](std::string_view line) { lines.emplace_back(line); }};

  explicit Written(config::Logging const& logging = {}) { log.follow(logging); }
};

TEST_CASE("a line for programs names everything, what is known first") {
  Written written;
  written.log.say(Level::info, "work", "a cycle has ended", {{"cycle", 7}, {"kind", "full"}});
  REQUIRE(written.lines.size() == 1);
  CHECK(written.lines[0] ==
        "{\"time\":\"1971-01-01T00:00:00.000Z\",\"level\":\"INFO\",\"room\":\"work\","
        "\"message\":\"a cycle has ended\",\"cycle\":7,\"kind\":\"full\"}\n");
}

TEST_CASE("a line for people begins with the time and the level") {
  Written written({.format = config::LogFormat::text});
  written.log.say(Level::warning, "net", "nobody answers", {{"server", "tvmaze"}});
  CHECK(written.lines[0] ==
        "1971-01-01T00:00:00.000Z WARNING net: nobody answers server=\"tvmaze\"\n");
}

TEST_CASE("a title cannot write a line of its own, whatever it holds") {
  std::vector<std::string> const titles{
      "a\nINFO work: added a series",
      "a\r\n{\"level\":\"ERROR\"}",
      "\x1B[2J\x1B]0;owned\x07",
      "\xC2\x9B\x32J",  // The same as ESC [ in one character.
      "\"} {\"level\":\"ERROR\"",
      std::string("nul\0here", 8),
      "\xFF\xFE broken",
      "50% of %s %n {} {0}",
      "\x7F\x7F",
  };
  for (auto const format : {config::LogFormat::json, config::LogFormat::text}) {
    Written written({.format = format});
    for (auto const& title : titles) {
      CAPTURE(title);
      written.lines.clear();
      written.log.say(Level::info, "work", "added a series", {{"title", title}});
      REQUIRE(written.lines.size() == 1);
      auto const& line = written.lines[0];
      CHECK(line.find('\n') == line.size() - 1);
      for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        auto const byte = static_cast<unsigned char>(line[at]);
        CHECK(byte >= 0x20);
        CHECK(byte != 0x7F);
        CHECK_FALSE((byte == 0xC2 && static_cast<unsigned char>(line[at + 1]) < 0xA0));
      }
      if (format == config::LogFormat::json) {
        auto const read = document::read_json(line, "line");
        CHECK(read.problems.empty());
        REQUIRE(document::mapping(read.value));
        CHECK(document::mapping(read.value)->size() == 5);
      }
    }
  }
}

TEST_CASE("each control is replaced by one sign, and what stands around it stays") {
  for (auto const format : {config::LogFormat::json, config::LogFormat::text}) {
    Written written({.format = format});
    written.log.say(Level::info, "work", "added a series",
                    {{"title",
                      "a\xC2\x9B"
                      "b\x7F"
                      "c"}});
    CHECK(written.lines[0].find("\"a\xEF\xBF\xBD"
                                "b\xEF\xBF\xBD"
                                "c\"") != std::string::npos);
  }
}

TEST_CASE("what matters too little is left out, and a room may have a level of its own") {
  Written written({.level = Level::warning, .rooms = {{"net", Level::debug}}});
  written.log.say(Level::info, "work", "one");
  written.log.say(Level::debug, "net", "two");
  written.log.say(Level::error, "work", "three");
  REQUIRE(written.lines.size() == 2);
  CHECK(written.lines[0].find("two") != std::string::npos);
  CHECK(written.lines[1].find("three") != std::string::npos);
}

TEST_CASE("a level can be changed while the program runs, until another config comes") {
  Written written;
  CHECK_FALSE(written.log.wants(Level::debug, "work"));
  written.log.set_level("work", Level::debug);
  CHECK(written.log.wants(Level::debug, "work"));
  CHECK_FALSE(written.log.wants(Level::debug, "net"));
  written.log.follow({});
  CHECK_FALSE(written.log.wants(Level::debug, "work"));
}

}  // namespace
}  // namespace sievarr::log

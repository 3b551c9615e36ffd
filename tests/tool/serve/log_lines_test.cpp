#include "answering.hpp"

#include <sievarr/base/number.hpp>

#include <string>
#include <vector>

/// The log as it is asked for.
namespace sievarr::serve {
namespace {

using document::Node;
using test::Answering;
using test::at;
using test::json;

std::vector<Node> lines(Answering& house, std::string const& query = "") {
  auto const answer = json(house.get("/api/v1/log" + query).body);
  return *document::sequence(*document::find(answer, "lines"));
}

}  // namespace

TEST_CASE("the last lines of the log are told, the newest first, also while all is still loaded") {
  Answering house(Answering::Loaded::no);
  house.daemon.log.say(log::Level::warning, "serve", "something", {{"show", 7}, {"words", "a b"}});
  house.daemon.log.say(log::Level::info, "work", "something else");
  auto const all = lines(house, "?level=INFO");
  REQUIRE(all.size() >= 2);
  CHECK(at(all[0], "message") == "something else");
  CHECK(at(all[1], "words") == "show=7 words=a b");
  CHECK(at(*document::find(all[1], "fields"), "show") == "7");
  CHECK(*to_integer(at(all[0], "number")) == *to_integer(at(all[1], "number")) + 1);
  CHECK(house.ask({.target = "/api/v1/log"}).response.status == 401);
}

TEST_CASE("lines are found by how important they are, where they come from, and what they say") {
  Answering house;
  house.daemon.log.say(log::Level::error, "net", "one");
  house.daemon.log.say(log::Level::warning, "net", "two", {{"words", "Needle"}});
  house.daemon.log.say(log::Level::info, "net", "three");
  CHECK(lines(house, "?level=WARNING&where.room=net").size() == 2);
  CHECK(lines(house, "?where.level=ERROR&where.room=net").size() == 1);
  auto const found = lines(house, "?search=needle");
  REQUIRE(found.size() == 1);
  CHECK(at(found[0], "message") == "two");
}

TEST_CASE("only so many lines are kept, and of a long field only its beginning") {
  Answering house;
  for (std::size_t count = 0; count < log::Log::most_kept + 5; ++count)
    house.daemon.log.say(log::Level::info, "net", "again");
  std::string text(log::Log::longest_kept - 1, 'x');
  text += "\u00e4 and more";
  house.daemon.log.say(log::Level::info, "net", "long", {{"words", text}});
  CHECK(house.daemon.log.kept().size() == log::Log::most_kept);
  auto const kept = house.daemon.log.kept();
  auto const& last = kept.back();
  CHECK(last.fields.at("words") == std::string(log::Log::longest_kept - 1, 'x'));
  CHECK(at(json(house.get("/api/v1/log?where.message=long").body), "total") == "1");
}

TEST_CASE("what is left out of the log is not kept either") {
  Answering house;
  house.daemon.log.follow({.level = log::Level::warning});
  auto const before = house.daemon.log.kept().size();
  house.daemon.log.say(log::Level::info, "net", "nothing");
  CHECK(house.daemon.log.kept().size() == before);
}

}  // namespace sievarr::serve

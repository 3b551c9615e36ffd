#include <sievarr/derive/changed.hpp>
#include <sievarr/derive/leaves.hpp>
#include <sievarr/derive/secret_values.hpp>
#include <sievarr/value/one_or_many.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/set.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What nobody has listed by hand: a struct of this test's own is walked like those of the config.
namespace sievarr::derive {
namespace {

struct Key {
  std::string owner;
  std::optional<value::Secret> code;
};
BOOST_DESCRIBE_STRUCT(Key, (), (owner, code))
constexpr auto notes_of(reflect::Of<Key>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Key::owner>{.text = "Whose it is.", .facts = {.restart = true}},
      Note<&Key::code>{.text = "What opens the door."},
  };
}

struct Cellar {
  std::string door;
  value::OneOrMany<Key> keys;
};
BOOST_DESCRIBE_STRUCT(Cellar, (), (door, keys))
constexpr auto notes_of(reflect::Of<Cellar>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Cellar::door>{.text = "Where it is."},
      Note<&Cellar::keys>{.text = "What opens it.", .facts = {.server = true}},
  };
}

struct Lodging {
  Key key;
  Cellar cellar;
  std::map<std::string, value::Secret> guests;
  std::variant<bool, std::vector<Key>> spare;
  value::Set<std::string> rooms;
};
BOOST_DESCRIBE_STRUCT(Lodging, (), (key, cellar, guests, spare, rooms))
constexpr auto notes_of(reflect::Of<Lodging>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Lodging::key>{.text = "Of the front door.", .facts = {.guarded = true}},
      Note<&Lodging::cellar>{.text = "Below.", .facts = {.long_name = true}},
      Note<&Lodging::guests>{.text = "Who sleeps there."},
      Note<&Lodging::spare>{.text = "Other keys."},
      Note<&Lodging::rooms>{.text = "Their names.", .facts = {.server = true}},
  };
}

Lodging lodging() {
  Lodging made;
  made.key = {"Ada", value::Secret{"front"}};
  made.cellar.keys.push_back({"Bea", value::Secret{"cellar"}});
  made.cellar.keys.push_back({"Cem", std::nullopt});
  made.guests.emplace("Dora", value::Secret{"guest"});
  made.spare = std::vector<Key>{{"Eve", value::Secret{"spare"}}};
  made.rooms = {"red", "blue"};
  return made;
}

using Paths = std::vector<std::string>;

Paths changed_by(void (*change)(Lodging&), bool reflect::Facts::*fact) {
  auto after = lodging();
  change(after);
  return changed(lodging(), after, fact);
}

}  // namespace

TEST_CASE("every secret of a value is met, wherever it stands") {
  Paths met;
  for_each_secret(lodging(), [&](value::Secret const& each) { met.push_back(each.reveal()); });

  CHECK(met == Paths{"front", "cellar", "guest", "spare"});
}

TEST_CASE("a change is found where the value has the fact, or something above it") {
  using reflect::Facts;
  auto const owner = [](Lodging& made) { made.key.owner = "Zoe"; };
  CHECK(changed_by(owner, &Facts::restart) == Paths{"key.owner"});
  CHECK(changed_by(owner, &Facts::guarded) == Paths{"key.owner"});
  CHECK(changed_by(owner, &Facts::server).empty());
  CHECK(changed_by([](Lodging& made) { made.cellar.door = "left"; }, &Facts::server).empty());
  CHECK(changed_by([](Lodging&) {}, &Facts::guarded).empty());
}

TEST_CASE("another secret is a change, in a list as well, and another order of a set is none") {
  using reflect::Facts;
  auto const key = [](Lodging& made) { made.key.code = value::Secret{"other"}; };
  CHECK(changed_by(key, &Facts::guarded) == Paths{"key.code"});
  auto const lost = [](Lodging& made) { made.key.code.reset(); };
  CHECK(changed_by(lost, &Facts::guarded) == Paths{"key.code"});
  auto const cellar = [](Lodging& made) { made.cellar.keys.begin()->code = value::Secret{"new"}; };
  CHECK(changed_by(cellar, &Facts::server) == Paths{"cellar.keys"});
  auto const more = [](Lodging& made) { made.cellar.keys.push_back({}); };
  CHECK(changed_by(more, &Facts::server) == Paths{"cellar.keys"});
  CHECK(changed_by([](Lodging& made) { made.rooms = {"blue", "red"}; }, &Facts::server).empty());
}

TEST_CASE("a leaf has the facts of the section that it stands in, and knows its list") {
  std::string told;
  for (auto const& leaf : leaves<Lodging>())
    told += leaf.path + "|" + leaf.many + (leaf.facts.restart ? " restart" : "") +
            (leaf.facts.guarded ? " guarded" : "") + (leaf.facts.server ? " server" : "") +
            (leaf.facts.long_name ? " long" : "") + "\n";

  CHECK(told ==
        "key.owner| restart guarded\nkey.code| guarded\ncellar.door| long\n"
        "cellar.keys.owner|cellar.keys restart server long\n"
        "cellar.keys.code|cellar.keys server long\nguests|\nspare|\nrooms| server\n");
}

}  // namespace sievarr::derive

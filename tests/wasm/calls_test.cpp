#include "wasm/engine/calls.hpp"
#include "wasm/engine/answer_call.hpp"
#include "wasm/engine/typescript.hpp"

#include "golden.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace sievarr::wasm {
namespace {

/// Something smaller than an engine that can be asked.
struct Counter {
  std::uint32_t count = 0;
};

struct AddGiven {
  std::uint32_t more = 0;
  std::uint32_t times = 1;
};
BOOST_DESCRIBE_STRUCT(AddGiven, (), (more, times))

constexpr auto notes_of(reflect::Of<AddGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&AddGiven::more>{.text = "How much is added.", .required = true},
      Note<&AddGiven::times>{.text = "How often."},
  };
}

constexpr auto counter_calls() {
  return std::tuple{
      Call{"add", "Counts on.",
           [](Counter& counter, AddGiven const& given) {
             return counter.count += given.more * given.times;
           }},
      Call{"reset", "Counts from nothing.", [](Counter& counter) { counter.count = 0; }},
      Call{"below", "All that were counted.",
           [](Counter& counter) {
             Column<std::uint16_t> column;
             for (std::uint16_t number = 0; number < counter.count; ++number)
               column.numbers.push_back(number);
             return column;
           }},
      Call{"file", "Something that is no JSON.", [](Counter&) { return Bytes{"a\"b"}; }},
  };
}

Reply asked(Counter& counter, std::string_view name, std::string_view given = "") {
  return answer_call(counter_calls(), counter, name, given);
}

}  // namespace

TEST_CASE("the types of the page are what the table of calls says") {
  CallTypes const types{engine_calls()};
  CHECK(types.clashes().empty());
  test::golden_beside("../docs/reference/engine.ts", types.text());
}

TEST_CASE("each call of the engine has a name of its own") {
  CallTypes const types{engine_calls()};
  std::set<std::string_view> const names(types.names().begin(), types.names().end());
  CHECK(names.size() == types.names().size());
}

TEST_CASE("a call is found by its name, and what is given may leave out what has a default") {
  Counter counter;
  auto const reply = asked(counter, "add", R"({"more": 3})");
  CHECK(reply.form == Form::json);
  CHECK(reply.bytes == "3");
  CHECK(asked(counter, "add", R"({"more": 2, "times": 2})").bytes == "7");
  CHECK(asked(counter, "reset").bytes == "null");
  CHECK(counter.count == 0);
}

TEST_CASE("what makes no sense is refused with its place, and nothing is done") {
  Counter counter;
  auto const refused = asked(counter, "add", R"({"mor": 3})");
  CHECK(refused.form == Form::failure);
  CHECK(refused.bytes.find("add:1:2: unknown key \"mor\", did you mean \"more\"?") !=
        std::string::npos);
  CHECK(asked(counter, "add", "{").form == Form::failure);
  CHECK(asked(counter, "ad", "{}").bytes == "there is no call \"ad\"");
  CHECK(counter.count == 0);
}

TEST_CASE("numbers and files go out as they lie in memory") {
  Counter counter{.count = 2};
  auto const column = asked(counter, "below");
  CHECK(column.form == Form::numbers_16);
  REQUIRE(column.bytes.size() == 4);
  CHECK(column.bytes[2] == 1);
  CHECK(asked(counter, "file").form == Form::numbers_8);
  CHECK(asked(counter, "file").bytes == "a\"b");
}

TEST_CASE("the types say of each call what is given and what comes back") {
  auto const text = CallTypes{counter_calls()}.text();
  for (std::string_view const line :
       {"add(given: AddGiven): number;", "reset(): null;", "below(): Uint16Array<ArrayBuffer>;",
        "file(): Uint8Array<ArrayBuffer>;", "more: number;", "times?: number;"}) {
    CAPTURE(line);
    CHECK(text.find(line) != std::string::npos);
  }
}

}  // namespace sievarr::wasm

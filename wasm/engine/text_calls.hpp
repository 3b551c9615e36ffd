#pragma once

#include "call.hpp"
#include "engine.hpp"

#include <sievarr/editor/patch.hpp>
#include <sievarr/editor/share.hpp>
#include <sievarr/editor/tests_file.hpp>

#include <cstdint>
#include <string>
#include <tuple>

namespace sievarr::wasm {

/// What may stand in a config.
struct SchemaGiven {
  std::string schema;
};
BOOST_DESCRIBE_STRUCT(SchemaGiven, (), (schema))

constexpr auto notes_of(reflect::Of<SchemaGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SchemaGiven::schema>{.text = "The JSON Schema of configs.", .required = true},
  };
}

/// A text.
struct TextGiven {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TextGiven, (), (text))

constexpr auto notes_of(reflect::Of<TextGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TextGiven::text>{.text = "The config.", .required = true},
  };
}

/// A place in a text.
struct PlaceGiven {
  std::string text;
  std::uint32_t offset = 0;
};
BOOST_DESCRIBE_STRUCT(PlaceGiven, (), (text, offset))

constexpr auto notes_of(reflect::Of<PlaceGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PlaceGiven::text>{.text = "The config.", .required = true},
      Note<&PlaceGiven::offset>{.text = "Where, in UTF-16 units.", .required = true},
  };
}

/// A show that an expectation is to be about.
struct PinTestGiven {
  std::string text;
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(PinTestGiven, (), (text, id))

constexpr auto notes_of(reflect::Of<PinTestGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PinTestGiven::text>{.text = "The config.", .required = true},
      Note<&PinTestGiven::id>{.text = "Its number in the catalogue.", .required = true},
  };
}

/// A file of tests that is to go into a text.
struct TakeTestsGiven {
  std::string text;
  std::string file;
};
BOOST_DESCRIBE_STRUCT(TakeTestsGiven, (), (text, file))

constexpr auto notes_of(reflect::Of<TakeTestsGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TakeTestsGiven::text>{.text = "The config.", .required = true},
      Note<&TakeTestsGiven::file>{.text = "The file.", .required = true},
  };
}

/// A bound that is to be set.
struct SetBoundGiven {
  std::string text;
  std::string path;
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(SetBoundGiven, (), (text, path, value))

constexpr auto notes_of(reflect::Of<SetBoundGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SetBoundGiven::text>{.text = "The config.", .required = true},
      Note<&SetBoundGiven::path>{.text = "Its path within the config.", .required = true},
      Note<&SetBoundGiven::value>{.text = "Where on the scale of its measure.", .required = true},
  };
}

/// A text before and after a change.
struct PatchGiven {
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(PatchGiven, (), (before, after))

constexpr auto notes_of(reflect::Of<PatchGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PatchGiven::before>{.text = "The config before.", .required = true},
      Note<&PatchGiven::after>{.text = "The config after.", .required = true},
  };
}

/// Calls about the text: what could stand in it, how it would be changed, how it is given away.
constexpr auto text_calls() {
  return std::tuple{
      Call{"version", "The version of the program that this is the core of.",
           [](Engine&) { return std::string{version()}; }},
      Call{"takeSchema", "What may stand in a config; complete and hover know nothing before.",
           [](Engine& engine, SchemaGiven const& given) { engine.take_schema(given.schema); }},
      Call{"complete", "What could stand where somebody writes.",
           [](Engine& engine, PlaceGiven const& given) {
             return engine.complete(given.text, given.offset);
           }},
      Call{"hover", "What there is to know about a place.",
           [](Engine& engine, PlaceGiven const& given) {
             return engine.hover(given.text, given.offset);
           }},
      Call{"pinTest", "The text with an expectation about a show as it is judged now.",
           [](Engine& engine, PinTestGiven const& given) {
             return engine.pin_test(given.text, given.id);
           }},
      Call{"takeTests", "The text with the tests of a file in the place of its own.",
           [](Engine&, TakeTestsGiven const& given) {
             return editor::take_tests(given.text, given.file);
           }},
      Call{"testsFile", "The tests of a text as a file beside it; empty where there are none.",
           [](Engine&, TextGiven const& given) { return editor::tests_file(given.text); }},
      Call{"setBound", "The text with another value at a bound.",
           [](Engine&, SetBoundGiven const& given) {
             return editor::set_bound(given.text, given.path, given.value);
           }},
      Call{"share", "The text without secrets, for links and for people.",
           [](Engine&, TextGiven const& given) { return editor::without_secrets(given.text); }},
      Call{"patch", "The change from one text to another as a unified diff without secrets.",
           [](Engine&, PatchGiven const& given) {
             return editor::patch_of(given.before, given.after);
           }},
      Call{"markdown", "The last text and what it does, as Markdown without secrets.",
           [](Engine& engine) { return engine.markdown(); }},
  };
}

}  // namespace sievarr::wasm

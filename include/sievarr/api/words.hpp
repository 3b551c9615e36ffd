#pragma once

#include <sievarr/adding/manual_action.hpp>
#include <sievarr/adding/proposal.hpp>
#include <sievarr/base/ascii.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/filter/explain/difference.hpp>
#include <sievarr/reflect/label.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/reflect/type_name.hpp>
#include <sievarr/schedule/run_record.hpp>
#include <sievarr/status/activity_record.hpp>

#include <string>
#include <string_view>
#include <tuple>

/// The one table of words: what people are shown for what programs read, as a reference and for the
/// page.
namespace sievarr::api {

/// An enumeration whose words people are shown, and what it says.
template <reflect::Labelled E>
struct Shown {
  using Words = E;

  std::string_view says;
};

/// All of them.
constexpr auto shown_words() {
  return std::tuple{
      Shown<filter::Verdict>{"What a filter says of a show."},
      Shown<filter::Shift>{"What a change of the filter does to a show."},
      Shown<adding::Status>{"What has become of a show."},
      Shown<adding::Cause>{"Why a show that is wanted is not added now."},
      Shown<adding::ManualAction>{"What a person does about a show."},
      Shown<adding::AddOutcome>{"What came of sending a show to its instance."},
      Shown<schedule::RunResult>{"How a run of a job ended, or why it did not begin."},
      Shown<status::ActivityKind>{"What sort of thing happened."},
  };
}

template <class Visit>
constexpr void for_each_shown(Visit visit) {
  std::apply([&](auto... each) { (visit(each), ...); }, shown_words());
}

/// The reference, as Markdown.
inline std::string words_as_markdown() {
  std::string text =
      "# Reference of the words\n\n"
      "What people are shown for what programs read, the same on the page and in the terminal. "
      "Made from the labels that stand beside the types in the program. A tone is a colour: teal "
      "for `enters`, amber for `person`, red for `broken`, green for `done`, violet for `waiting`, "
      "grey for `filtered`.\n";
  for_each_shown([&](auto shown) {
    using E = typename decltype(shown)::Words;
    text.append("\n## ").append(reflect::type_name<E>()).append("\n\n").append(shown.says);
    text.append("\n\n| shown | tone | written | meaning |\n|---|---|---|---|\n");
    for (auto const& each : reflect::enumerators_of<E>()) {
      auto const label = reflect::label_of(each.value);
      text.append("| ").append(label.glyph).append(" ").append(label.text).append(" | ");
      text.append(reflect::word_of(label.tone)).append(" | `").append(reflect::word_of(each.value));
      text.append("` | ").append(label.meaning).append(" |\n");
    }
  });
  return text;
}

/// The labels of one enumeration as a constant of TypeScript.
template <reflect::Labelled E>
std::string labels_as_typescript() {
  std::string const name{reflect::type_name<E>()};
  auto constant = name + "Labels";
  constant.front() = ascii_lower(constant.front());
  std::string text = "\nexport const " + constant + " = {\n";
  auto const member = [&](std::string_view key, std::string_view value, std::string_view end) {
    text.append(key).append(": ").append(derive::to_json(std::string{value})).append(end);
  };
  for (auto const& each : reflect::enumerators_of<E>()) {
    auto const label = reflect::label_of(each.value);
    text += "  " + reflect::word_of(each.value) + ": {\n    ";
    member("text", label.text, ", ");
    member("several", label.several, ",\n    ");
    member("glyph", label.glyph, ", ");
    member("tone", reflect::word_of(label.tone), ",\n    ");
    member("meaning", label.meaning, ",\n  },\n");
  }
  return text + "} as const satisfies Record<string, Label>;\nexport type " + name +
         " = keyof typeof " + constant + ";\n";
}

/// The same for the page, in TypeScript.
inline std::string words_as_typescript() {
  std::string tones;
  for (auto const& each : reflect::enumerators_of<reflect::Tone>())
    tones.append(tones.empty() ? "'" : " | '").append(each.name).append("'");
  std::string text =
      "// Made from the table of words by `tests/run goldens`.\n\n"
      "/** What a word is about; the page shows it as a colour. */\nexport type Tone = " +
      tones + ";\n\n" +
      "/** How people meet a word of programs. */\nexport interface Label {\n"
      "  text: string;\n  /** Behind a number. */\n  several: string;\n  glyph: string;\n"
      "  tone: Tone;\n  /** What it means, in a sentence. */\n  meaning: string;\n}\n";
  for_each_shown(
      [&](auto shown) { text += labels_as_typescript<typename decltype(shown)::Words>(); });
  return text;
}

}  // namespace sievarr::api

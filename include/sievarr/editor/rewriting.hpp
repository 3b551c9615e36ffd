#pragma once

#include <sievarr/document/build.hpp>
#include <sievarr/document/yaml_edit.hpp>
#include <sievarr/editor/heading.hpp>
#include <sievarr/editor/spot.hpp>
#include <sievarr/filter/browse/row_bins.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Changes to a text that leave all else as it is, comments included.
namespace sievarr::editor {

/// A text after a change, or why it could not be made.
struct Rewriting {
  std::optional<std::string> text;
  std::vector<Change> changes;
  std::optional<std::string> message;
};
BOOST_DESCRIBE_STRUCT(Rewriting, (), (text, changes, message))

constexpr auto notes_of(reflect::Of<Rewriting>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Rewriting::text>{.text = "The text after the change; absent where there is none."},
      Note<&Rewriting::changes>{.text = "The change itself."},
      Note<&Rewriting::message>{.text = "Why the change could not be made."},
  };
}

inline Rewriting rewriting_of(std::string_view text,
                              Result<document::Edits, Misfit> const& answer) {
  if (!answer) return {.text = {}, .changes = {}, .message = answer.error().message};
  auto edited = document::edited(text, *answer);
  if (!edited) return {.text = {}, .changes = {}, .message = edited.error().message};
  return {.text = std::move(*edited),
          .changes = changes_of(*answer, document::Utf16(text)),
          .message = {}};
}

/// A place on a scale as a bound is written: ratings to a tenth, days to the year.
inline std::string written_bound(filter::Measure measure, std::string_view side, double value) {
  using filter::Measure;
  if (measure == Measure::rating)
    return to_text(std::round(std::clamp(value, 0.0, 10.0) * 10) / 10);
  if (measure == Measure::popularity) return to_text(std::round(std::clamp(value, 0.0, 100.0)));
  if (measure == Measure::runtime) return to_text(std::round(std::clamp(value, 0.0, 100'000.0)));
  auto const year = std::round(std::clamp(value, 1.0, 9998.0));
  return to_text(side == "before" ? year - 1 : year);
}

/// Puts another value where a bound stands.
inline Rewriting set_bound(std::string_view text, std::string_view path_text, double value) {
  auto const path = document::read_path(path_text);
  if (!path) return {.text = {}, .changes = {}, .message = path.error().message};
  auto const criterion = criterion_at(*path);
  auto const measure = criterion ? filter::measure_of(*criterion) : std::nullopt;
  if (!measure || value != value)
    return {.text = {}, .changes = {}, .message = "there is no bound at " + quoted(path_text)};
  auto const node = document::plain_node(written_bound(*measure, last_key(*path), value));
  return rewriting_of(text, document::YamlEditor(text).replace(*path, node));
}

/// Puts an expectation behind the others in a config.
inline Rewriting add_test(std::string_view text, document::Node const& expectation) {
  document::YamlEditor const editor(text);
  auto const list = document::list_node({expectation});
  auto const* tests = document::find(editor.tree(), "tests");
  bool const mapped = tests && document::mapping(*tests);
  if (!tests) return rewriting_of(text, editor.insert({}, document::member("tests", list)));
  if (!mapped) return rewriting_of(text, editor.append({std::string{"tests"}}, expectation));
  if (!document::find(*tests, "expect"))
    return rewriting_of(text,
                        editor.insert({std::string{"tests"}}, document::member("expect", list)));
  return rewriting_of(text,
                      editor.append({std::string{"tests"}, std::string{"expect"}}, expectation));
}

}  // namespace sievarr::editor

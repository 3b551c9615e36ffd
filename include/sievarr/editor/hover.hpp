#pragma once

#include <sievarr/document/yaml.hpp>
#include <sievarr/document/yaml_outline.hpp>
#include <sievarr/editor/heading.hpp>
#include <sievarr/editor/outline_walk.hpp>
#include <sievarr/editor/schema.hpp>
#include <sievarr/editor/spot.hpp>
#include <sievarr/filter/browse/word_counts.hpp>
#include <sievarr/filter/columns/answer_counts.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/language/country.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// What there is to know about a place in the text.
struct Hover {
  std::string path;
  Spot at;
  std::string text;
  std::optional<std::string> preset;
  std::optional<std::uint32_t> yes;
  std::optional<std::uint32_t> no;
  std::optional<std::uint32_t> unknown;
};
BOOST_DESCRIBE_STRUCT(Hover, (), (path, at, text, preset, yes, no, unknown))

constexpr auto notes_of(reflect::Of<Hover>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Hover::path>{.text = "Path within the config."},
      Note<&Hover::at>{.text = "The key or the value that it is about."},
      Note<&Hover::text>{.text = "What the reference says about it."},
      Note<&Hover::preset>{.text = "What holds where it is not written."},
      Note<&Hover::yes>{.text = "Shows that meet the line, or have the word."},
      Note<&Hover::no>{.text = "Shows that do not meet the line."},
      Note<&Hover::unknown>{.text = "Shows of which that is not known."},
  };
}

/// A key or a value of a text, and the path there.
struct Pointed {
  document::Path path;
  document::YamlStep step;
  bool is_key = false;
};

/// Finds the key or the scalar at a byte.
inline std::optional<Pointed> pointed_at(std::vector<document::YamlStep> const& steps,
                                         std::uint32_t offset) {
  std::optional<Pointed> found;
  OutlineWalk(steps, [&](OutlineEntry const& entry) {
    auto const& [step, path, is_key, holder] = entry;
    if (step.begin > offset || offset > step.end) return false;
    found = Pointed{path, step, is_key};
    return true;
  });
  return found;
}

/// The line of a plan that was written at a path, also one below a `where`.
inline filter::Line const* line_at(filter::Plan const& plan, std::string_view path) {
  std::vector<filter::Line const*> open;
  for (auto const& line : plan.exclude) open.push_back(&line);
  for (auto const& compiled : plan.selections)
    for (auto const& line : compiled.lines) open.push_back(&line);
  while (!open.empty()) {
    auto const* line = open.back();
    open.pop_back();
    if (line->path == path) return line;
    if (auto const* tree = std::get_if<filter::Tree>(&line->test))
      for (auto const& branch : tree->branches) open.push_back(&branch);
  }
  return nullptr;
}

/// Tells what there is to know about places of a text that a plan was made of.
class HoverTeller {
 public:
  HoverTeller(Schema const& schema, filter::Table const& table, filter::TitleHits& hits)
      : schema_(schema), table_(table), hits_(hits) {}

  std::optional<Hover> tell(std::string_view text, std::uint32_t unit, filter::Plan const* plan) {
    if (document::unreadable_yaml(text)) return std::nullopt;
    document::Utf16 const units(text);
    document::Positions const positions(text, "");
    auto const outline = document::YamlOutliner(text, positions).outline();
    auto const pointed = pointed_at(outline.steps, units.byte_of(unit));
    if (!pointed) return std::nullopt;
    Hover hover{.path = document::to_text(pointed->path)};
    auto const place = positions.place(pointed->step.begin, pointed->step.end);
    hover.at = *spot_of(place, units);
    describe(pointed->path, hover);
    if (!pointed->is_key)
      count_word(*pointed, hover);
    else if (plan)
      count_line(*plan, hover);
    if (hover.text.empty() && !hover.yes) return std::nullopt;
    return hover;
  }

 private:
  /// The nearest thing above that the reference says something about.
  void describe(document::Path path, Hover& hover) const {
    for (; !path.empty(); path.pop_back())
      for (auto const* way : schema_.at(path)) {
        auto const text = Schema::text(*way, "description");
        if (text.empty()) continue;
        hover.text = text;
        if (auto const preset = Schema::text(*way, "default"); !preset.empty())
          hover.preset = std::string{preset};
        return;
      }
  }

  void count_line(filter::Plan const& plan, Hover& hover) {
    auto const* line = line_at(plan, hover.path);
    if (!line) return;
    auto const counts = filter::answer_counts(*line, table_, hits_);
    hover.no = counts[0];
    hover.unknown = counts[1];
    hover.yes = counts[2];
  }

  void count_word(Pointed const& pointed, Hover& hover) const {
    auto const criterion = criterion_at(pointed.path);
    if (!criterion || !has_words(*criterion)) return;
    std::string word = pointed.step.text;
    if (*criterion == filter::Criterion::countries)
      if (auto const country = filter::Country::read(word)) word = country->text();
    for (auto const& count : filter::word_counts(filter::asked_criterion(*criterion), table_))
      if (same_text(count.text, word)) hover.yes = count.rows;
    if (!hover.yes) hover.yes = 0;
  }

  Schema const& schema_;
  filter::Table const& table_;
  filter::TitleHits& hits_;
};

}  // namespace sievarr::editor

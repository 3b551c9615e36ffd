#pragma once

#include <sievarr/editor/spot.hpp>
#include <sievarr/filter/plan/parts.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sievarr::editor {

/// A line of the filter, or a selection as a whole, as an editor points at it.
struct PartLine {
  std::string rule;
  std::optional<filter::Criterion> line;
  std::optional<filter::Mode> mode;
  std::optional<std::string> wanted;
  std::string path;
  std::optional<Spot> at;
};
BOOST_DESCRIBE_STRUCT(PartLine, (), (rule, line, mode, wanted, path, at))

constexpr auto notes_of(reflect::Of<PartLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PartLine::rule>{.text = "exclude, or the name of the selection."},
      Note<&PartLine::line>{.text = "The criterion; absent for the selection as a whole."},
      Note<&PartLine::mode>{.text = "What the selection does with the shows that it takes."},
      Note<&PartLine::wanted>{.text = "What the line asks for."},
      Note<&PartLine::path>{.text = "Path within the config."},
      Note<&PartLine::at>{.text = "Where it stands in the text, if it does."},
  };
}

/// The parts of a plan, under the numbers that they have there.
inline std::vector<PartLine> part_lines(filter::Plan const& plan, document::Utf16 const& units) {
  std::vector<PartLine> lines;
  for (auto const& [compiled, line] : filter::Parts(plan)) {
    PartLine told{.rule = compiled ? compiled->name : "exclude"};
    if (compiled) told.mode = compiled->mode;
    if (line) told.line = filter::criterion_of(*line);
    if (line) told.wanted = filter::wanted(*line);
    told.path = line ? line->path : compiled->path;
    told.at = spot_of(line ? line->place : compiled->place, units);
    lines.push_back(std::move(told));
  }
  return lines;
}

}  // namespace sievarr::editor

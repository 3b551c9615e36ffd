#pragma once

#include <sievarr/document/path.hpp>
#include <sievarr/editor/spot.hpp>
#include <sievarr/filter/browse/row_bins.hpp>
#include <sievarr/filter/columns/where_rows.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// A bound of the filter, as a chart draws it.
struct Bound {
  filter::Measure measure = filter::Measure::rating;
  std::string path;
  double value = 0;
  bool lower = false;
  std::string text;
  std::string rule;
  Spot at;
};
BOOST_DESCRIBE_STRUCT(Bound, (), (measure, path, value, lower, text, rule, at))

constexpr auto notes_of(reflect::Of<Bound>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Bound::measure>{.text = "What is measured; days count as years."},
      Note<&Bound::path>{.text = "Path within the config, for setting another value."},
      Note<&Bound::value>{.text = "Where it stands on the scale."},
      Note<&Bound::lower>{.text = "Whether it is the least that is wanted, not the most."},
      Note<&Bound::text>{.text = "As it was written."},
      Note<&Bound::rule>{.text = "exclude, or the name of the selection."},
      Note<&Bound::at>{.text = "Where it stands in the text."},
  };
}

/// Collects the bounds of a plan that stand in its text.
class BoundCollector {
 public:
  BoundCollector(document::Node const& document, document::Utf16 const& units)
      : document_(document), units_(units) {}

  std::vector<Bound> of(filter::Plan const& plan) && {
    for (auto const& line : plan.exclude) add_line(line, "exclude");
    for (auto const& compiled : plan.selections)
      for (auto const& line : compiled.lines) add_line(line, compiled.name);
    return std::move(bounds_);
  }

 private:
  void add_line(filter::Line const& line, std::string const& rule) {
    std::vector<filter::Line const*> leaves;
    filter::collect_leaves(line, leaves);
    for (auto const* leaf : leaves) {
      auto const measure = filter::measure_of(filter::criterion_of(*leaf));
      if (!measure) continue;
      Bound const begun{.measure = *measure, .path = leaf->path, .rule = rule};
      if (auto const* span = std::get_if<filter::Span>(&leaf->test)) {
        if (span->min) add(begun, "min", *span->min);
        if (span->max) add(begun, "max", *span->max);
      }
      if (auto const* window = std::get_if<filter::Window>(&leaf->test)) {
        if (window->after) add(begun, "after", filter::years_of(*window->after));
        if (window->before)
          add(begun, "before", filter::years_of(*window->before + std::chrono::days{1}));
      }
    }
  }

  void add(Bound bound, std::string_view side, double value) {
    bound.path.append(".").append(side);
    bound.value = value;
    bound.lower = side == "min" || side == "after";
    auto const path = document::read_path(bound.path);
    auto const* node = path ? document::find(document_, *path) : nullptr;
    auto const* scalar = node ? document::scalar(*node) : nullptr;
    auto const at = scalar ? spot_of(node->place, units_) : std::nullopt;
    if (!at) return;
    bound.text = scalar->text;
    bound.at = *at;
    bounds_.push_back(std::move(bound));
  }

  document::Node const& document_;
  document::Utf16 const& units_;
  std::vector<Bound> bounds_;
};

}  // namespace sievarr::editor

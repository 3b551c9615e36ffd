#pragma once

#include <sievarr/derive/csv.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/filter/plan/judged_show.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::report {

/// A show as it is taken out of a list of judged shows.
struct ExportedRow {
  Show show;
  filter::Verdict verdict = filter::Verdict::filtered;
  std::optional<filter::Category> category;
  std::optional<std::string> selection;
  std::optional<std::string> instance;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExportedRow, (), (show, verdict, category, selection, instance, reason))

constexpr auto notes_of(reflect::Of<ExportedRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ExportedRow::show>{.spread = true},
      Note<&ExportedRow::verdict>{.text = "What becomes of it."},
      Note<&ExportedRow::category>{.text = "Why it is not added, in one word."},
      Note<&ExportedRow::selection>{.text = "The selection that decided, if one did."},
      Note<&ExportedRow::instance>{.text = "The instance that it goes to, if it does."},
      Note<&ExportedRow::reason>{.text = "Why, in a sentence."},
  };
}

/// How shows leave a list.
BOOST_DEFINE_ENUM_CLASS(ExportFormat, csv, ndjson)

inline ExportedRow exported_row(filter::Plan const& plan, Show show) {
  auto judged = filter::judged_show(plan, show);
  return {.show = std::move(show),
          .verdict = judged.verdict,
          .category = judged.category,
          .selection = std::move(judged.selection),
          .instance = std::move(judged.instance),
          .reason = std::move(judged.reason)};
}

/// Some shows of a table, in the order in which they are asked for.
inline std::string exported(filter::Plan const& plan, filter::Table const& table,
                            std::vector<std::uint32_t> const& rows, ExportFormat format) {
  std::string text = format == ExportFormat::csv ? derive::csv_header<ExportedRow>() : "";
  for (auto const row : rows) {
    if (row >= table.size()) continue;
    auto const line = exported_row(plan, table.at(row));
    text += format == ExportFormat::csv ? derive::csv_line(line) : derive::to_json(line) + "\n";
  }
  return text;
}

}  // namespace sievarr::report

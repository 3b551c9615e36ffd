#pragma once

#include "answers.hpp"
#include "config_overlay.hpp"
#include "judged_text.hpp"
#include "judging.hpp"
#include "loading.hpp"

#include <sievarr/base/instant.hpp>
#include <sievarr/editor/bounds.hpp>
#include <sievarr/editor/completion.hpp>
#include <sievarr/editor/examined.hpp>
#include <sievarr/editor/hover.hpp>
#include <sievarr/editor/rewriting.hpp>
#include <sievarr/editor/schema.hpp>
#include <sievarr/editor/shift_group.hpp>
#include <sievarr/filter/plan/why.hpp>
#include <sievarr/report/exported_row.hpp>
#include <sievarr/report/histogram.hpp>
#include <sievarr/report/insight.hpp>
#include <sievarr/report/row_facts.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wasm {

/// The version of the program.
std::string_view version();

/// The core for a page: shows go in once, texts as often as somebody types, columns come out.
class Engine {
 public:
  /// Begins a new catalogue; the old one stays until finish().
  void start();
  void feed(std::string_view bytes);
  Loaded finish();

  /// Puts a made-up catalogue in the place of the shows.
  Loaded load_sample(std::uint64_t seed, std::size_t count);

  /// What `${NAME}` in a text stands for, and what is set on top of it.
  void surround(ConfigOverlay const& overlay);

  /// Reads a config and judges every show by it. Where its filter has errors, everything stays as
  /// it was.
  JudgeAnswer judge(std::string_view yaml, Date today);

  /// Makes another text the baseline of changes(), without showing it.
  JudgeAnswer pin_config(std::string_view yaml, Date today);

  /// The columns of the last text that was judged, one entry a row.
  filter::Decisions const& decisions() const;
  Rows const& deciders();
  std::string decision_hash() const;

  std::vector<report::RowFacts> facts(std::span<std::uint32_t const> rows) const;
  /// The shows that fit, sorted; in sections where the query has a group.
  Rows order(report::RowQuery const& query);
  /// Where the sections of the last order begin.
  Rows const& sections() const { return sections_; }
  Excerpt excerpt(Rows const& rows, std::size_t most) const;
  /// The first of the shows that fit; those of a change with what its cause finds there.
  Excerpt first(report::RowQuery const& query, std::size_t most);
  std::optional<filter::Why> why(std::int64_t id) const;
  report::Insight insight();

  std::vector<report::GroupLine> groups(filter::GroupBy by);
  report::HistogramReport histogram(filter::Measure measure);
  std::vector<editor::Bound> bounds() const;
  /// The shows that are wanted because a line is not there: those that it alone keeps out. For a
  /// selection, those that it alone takes. The most popular come first.
  Rows alone(std::uint32_t part);
  std::string exported(std::span<std::uint32_t const> rows, report::ExportFormat format) const;

  /// What complete() and hover() know of configs: nothing, until the page says it.
  void take_schema(std::string_view json);
  editor::Completion complete(std::string_view text, std::uint32_t unit) const;
  std::optional<editor::Hover> hover(std::string_view text, std::uint32_t unit);
  editor::Examined examine() const;
  /// What only shows can tell about the last text: values that none has, lines without effect.
  std::vector<editor::Remark> advice();
  /// The text with an expectation about a show as it is judged now.
  editor::Rewriting pin_test(std::string_view text, std::int64_t id) const;
  std::string markdown();

  /// Makes what was judged last the baseline of changes().
  void pin();
  editor::Changes changes();
  /// What happened to each show: 0 for nothing, else one more than the number of the shift.
  std::vector<std::uint8_t> shifts();
  /// The verdicts of the baseline.
  filter::Decisions const& pinned() const;

 private:
  /// What a text makes of the shows; no judged text where its filter has errors.
  struct Attempt {
    JudgeAnswer answer;
    std::optional<JudgedText> judged_text;
  };

  Attempt attempt(std::string_view yaml, Date today);
  void rejudge();
  void forget();
  Rows narrowed(report::RowQuery const& query, Rows rows);
  Rows in_order(Rows const& rows, filter::SortBy by, filter::Direction direction);
  filter::RunDifference const& difference();

  std::unique_ptr<Catalogue> shows_ = std::make_unique<Catalogue>();
  std::unique_ptr<Loading> loading_;
  config::Layers layers_;
  std::optional<JudgedText> now_;
  std::optional<JudgedText> pinned_;
  std::optional<editor::Schema> schema_;
  Rows sections_;

  // What is worked out when somebody asks, until the next judgement.
  std::optional<Rows> deciders_;
  std::optional<filter::RunDifference> difference_;

  // What only other shows would change.
  std::map<std::pair<filter::SortBy, filter::Direction>, Rows> orders_;
  std::map<filter::GroupBy, filter::RowGroups> groups_;
  std::map<filter::Measure, filter::RowBins> bins_;
};

}  // namespace sievarr::wasm

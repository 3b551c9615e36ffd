#include "cli/options/config_option.hpp"
#include "cli/options/count.hpp"
#include "cli/options/day_option.hpp"
#include "cli/options/shows.hpp"
#include "cli/text/judged_text.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"

#include <sievarr/base/closest.hpp>
#include <sievarr/derive/csv.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/filter/columns/decision_hash.hpp>
#include <sievarr/report/judged.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

using filter::Verdict;
using os::Exit;

/// A catalogue and what a config makes of it.
struct JudgedCatalogue {
  filter::Plan const& plan;
  filter::Table const& table;
  filter::Judged const& judged;
};

/// Judges many shows at once.
class Judge final : public Command {
 public:
  void declare(Syntax& syntax) override {
    shows_.declare(syntax);
    config_.declare(syntax);
    declare_choice(syntax);
    day_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr judge --shows shows.ndjson.gz\n"
        "sievarr judge --shows shows.ndjson --verdict add,review --limit 0\n"
        "sievarr judge --shows shows.ndjson --format ndjson | jq -r 'select(.verdict == "
        "\"add\").title'\n"
        "sievarr judge --shows shows.ndjson --funnel\n"
        "sievarr judge --shows shows.ndjson --format csv > verdicts.csv";
  }

  Exit run(Console& console) override {
    day_.apply(console);
    auto const config = config_.need(console);
    if (!config || !knows_selection(config->plan, console)) return Exit::misused;
    if (!fits_format(console)) return Exit::misused;
    auto const table = shows_.read(console, config->loaded.config.storage);
    if (!table) return Exit::misused;
    auto const judged = filter::judge_all(config->plan, *table);
    write({config->plan, *table, judged}, console);
    return Exit::fine;
  }

 private:
  void declare_choice(Syntax& syntax) {
    using VerdictWord = reflect::ScalarOf<Verdict>;
    auto const check = [](std::string const& word) {
      auto const verdict = VerdictWord::read(word);
      return verdict ? "" : verdict.error().message;
    };
    syntax.add({.name = "--verdict",
                .takes = "VERDICT",
                .meaning = "only shows with these verdicts",
                .into = &verdicts_,
                .check = check,
                .listed = true});
    syntax.add({.name = "--selection",
                .takes = "NAME",
                .meaning = "only shows that this selection decides",
                .into = &selection_});
    syntax.add({.name = "--funnel",
                .meaning = "how many shows each line turns away, instead of shows",
                .into = &funnel_});
    syntax.add({.name = "--near",
                .meaning = "the shows that one line alone keeps out, instead of all",
                .into = &near_});
    syntax.add({.name = "--hash",
                .meaning = "the filter hash and the decision hash alone",
                .into = &hash_});
    syntax.add({.name = "--verbose",
                .letter = "-v",
                .meaning = "these hashes below the table, too",
                .into = &verbose_});
    syntax.add({.name = "--limit",
                .takes = "COUNT",
                .meaning = "so many shows in the table, 0 for all; the other formats have them all "
                           "when nothing is said",
                .into = &limit_,
                .check = check_count});
  }

  bool wants_shows() const { return !funnel_ && !near_ && !hash_; }

  bool fits_format(Console& console) const {
    auto const format = output_.format();
    if (wants_shows() || format == Format::text || format == Format::json) return true;
    complain(console, {.text = "--funnel, --near and --hash are no lines about shows",
                       .hint = "ask for --format text or json"});
    return false;
  }

  bool knows_selection(filter::Plan const& plan, Console& console) const {
    if (selection_.empty()) return true;
    std::vector<std::string_view> names;
    for (auto const& compiled : plan.selections) {
      if (compiled.name == selection_) return true;
      names.push_back(compiled.name);
    }
    Failure failure{.text = "there is no selection " + sievarr::quoted(selection_)};
    if (auto const near = closest(selection_, names))
      failure.text += ", did you mean " + sievarr::quoted(*near) + "?";
    failure.hint = names.empty() ? "the config has no selections" : "there are " + listed(names);
    complain(console, failure);
    return false;
  }

  /// The verdicts that are asked for; none where all are.
  std::vector<Verdict> verdicts() const {
    std::vector<Verdict> verdicts;
    for (auto const& word : verdicts_)
      if (auto const verdict = reflect::ScalarOf<Verdict>::read(word)) verdicts.push_back(*verdict);
    return verdicts;
  }

  bool is_by_selection(filter::Plan const& plan, filter::Decision const& decision) const {
    return selection_.empty() || (decision.selection != filter::Decision::nobody &&
                                  plan.selections[decision.selection].name == selection_);
  }

  /// The rows that are asked for: for people the most popular first, for programs by their ids.
  std::vector<std::uint32_t> rows(JudgedCatalogue const& catalogue) const {
    auto const wanted = verdicts();
    std::vector<std::uint32_t> rows;
    for (auto const row : catalogue.table.by_id()) {
      auto const& decision = catalogue.judged.decisions.at(row);
      bool const has_verdict = wanted.empty() || std::find(wanted.begin(), wanted.end(),
                                                           decision.verdict) != wanted.end();
      if (has_verdict && is_by_selection(catalogue.plan, decision)) rows.push_back(row);
    }
    auto const& table = catalogue.table;
    if (output_.format() == Format::text)
      std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return filter::weight_of(table, a) > filter::weight_of(table, b);
      });
    return rows;
  }

  void write(JudgedCatalogue const& catalogue, Console& console) const {
    if (!wants_shows()) return write_summary(catalogue, console);
    auto rows = this->rows(catalogue);
    auto const all = rows.size();
    auto const usual = output_.format() == Format::text ? usual_limit : 0;
    auto const limit = limit_.value_or(usual);
    if (limit > 0 && limit < rows.size()) rows.resize(limit);
    switch (output_.format()) {
      case Format::ndjson: return write_ndjson(catalogue, rows, console.out);
      case Format::csv: return write_csv(catalogue, rows, console.out);
      case Format::json: return write_json(catalogue, rows, console.out);
      default: write_text(catalogue, rows, all - rows.size(), console);
    }
  }

  static filter::JudgedShow judged(JudgedCatalogue const& catalogue, std::uint32_t row) {
    return filter::judged_show(catalogue.plan, catalogue.table.at(row));
  }

  static void write_ndjson(JudgedCatalogue const& catalogue, std::vector<std::uint32_t> const& rows,
                           std::ostream& out) {
    std::string line;
    for (auto const row : rows) {
      line.clear();
      derive::append_json(line, report::JudgedLine{.show = judged(catalogue, row)});
      out << line << '\n';
    }
  }

  static void write_csv(JudgedCatalogue const& catalogue, std::vector<std::uint32_t> const& rows,
                        std::ostream& out) {
    out << derive::csv_header<report::JudgedLine>();
    for (auto const row : rows)
      out << derive::csv_line(report::JudgedLine{.show = judged(catalogue, row)});
  }

  static report::JudgeSummary summary(JudgedCatalogue const& catalogue) {
    return {.today = to_text(catalogue.plan.today),
            .filter_hash = catalogue.plan.filter_hash,
            .decision_hash =
                filter::decision_hash(catalogue.plan, catalogue.table, catalogue.judged.decisions),
            .counts = report::count_report(catalogue.judged.counts, catalogue.plan)};
  }

  void write_summary(JudgedCatalogue const& catalogue, Console& console) const {
    auto summary = this->summary(catalogue);
    filter::TitleHits hits(catalogue.table);
    filter::Effects effects;
    if (funnel_ || near_)
      effects = filter::effects_of(catalogue.plan, catalogue.table, catalogue.judged, hits);
    if (funnel_) summary.funnel = report::funnel_of(effects);
    if (near_) summary.near = report::near_shows(effects, catalogue.table);
    if (output_.format() == Format::json) {
      console.out << derive::to_json(summary) << '\n';
      return;
    }
    if (funnel_) console.out << funnel_as_text(*summary.funnel);
    if (near_) console.out << near_as_text(*summary.near);
    console.out << (hash_ ? hashes_as_text(summary) : counts_as_text(summary, console));
  }

  static void write_json(JudgedCatalogue const& catalogue, std::vector<std::uint32_t> const& rows,
                         std::ostream& out) {
    auto head = derive::to_json(summary(catalogue));
    head.pop_back();
    out << head << ",\"shows\":[";
    char const* joint = "";
    for (auto const row : rows)
      out << std::exchange(joint, ",") << derive::to_json(judged(catalogue, row));
    out << "]}\n";
  }

  void write_text(JudgedCatalogue const& catalogue, std::vector<std::uint32_t> const& rows,
                  std::size_t more, Console& console) const {
    std::vector<report::JudgedRow> shown;
    for (auto const row : rows)
      shown.push_back(report::judged_row(catalogue.plan, catalogue.table.at(row)));
    console.out << judged_as_text(shown, more, console.width)
                << counts_as_text(summary(catalogue), console);
  }

  std::string counts_as_text(report::JudgeSummary const& summary, Console const& console) const {
    auto const text = summary_as_text(summary, console.paint_out);
    return verbose_ ? text + "\n" + hashes_as_text(summary) : text;
  }

  static constexpr std::size_t usual_limit = 20;

  ShowsOption shows_;
  ConfigOption config_;
  DayOption day_;
  OutputOption output_{{Format::text, Format::json, Format::ndjson, Format::csv}};
  std::vector<std::string> verdicts_;
  std::string selection_;
  bool funnel_ = false;
  bool near_ = false;
  bool hash_ = false;
  bool verbose_ = false;
  std::optional<std::size_t> limit_;
};

}  // namespace

std::unique_ptr<Command> make_judge() { return std::make_unique<Judge>(); }

}  // namespace sievarr::cli

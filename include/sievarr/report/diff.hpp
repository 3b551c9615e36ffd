#pragma once

#include <sievarr/filter/columns/decision_hash.hpp>
#include <sievarr/filter/explain/compare_runs.hpp>
#include <sievarr/filter/plan/wanted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// What a change of the filter does, as people and programs read it.
namespace sievarr::report {

/// A show whose verdict or route is another now.
struct ShiftedShow {
  std::int64_t id = 0;
  std::string title;
  filter::Verdict before = filter::Verdict::filtered;
  filter::Verdict after = filter::Verdict::filtered;
  std::optional<std::string> value = {};  ///< What it has where the line looks that is the cause.
};
BOOST_DESCRIBE_STRUCT(ShiftedShow, (), (id, title, before, after))

constexpr auto notes_of(reflect::Of<ShiftedShow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShiftedShow::id>{.text = "Number in TVMaze's catalogue.", .key = true},
      Note<&ShiftedShow::title>{.text = "Its title."},
      Note<&ShiftedShow::before>{.text = "The verdict of the old config."},
      Note<&ShiftedShow::after>{.text = "The verdict of the new config."},
  };
}

/// The config in which a cause stands.
BOOST_DEFINE_ENUM_CLASS(Side, before, after)

/// What a line asks for in one of two configs, and where it stands there.
struct CauseLine {
  std::string wanted;
  std::string place;
};

/// Shows to which the same happened because of the same line.
struct ShiftCause {
  filter::Shift shift = filter::Shift::added;
  Side side = Side::after;
  std::string rule;
  std::optional<std::string> line;
  std::optional<std::string> wanted;
  std::optional<std::string> place;
  std::size_t count = 0;
  std::vector<ShiftedShow> shows;
  Place at = {};                           ///< The place again, for those who point at it.
  std::optional<CauseLine> old_line = {};  ///< Of the same line, or rule, in the old config.
  std::optional<CauseLine> new_line = {};  ///< And in the new one.
};
BOOST_DESCRIBE_STRUCT(ShiftCause, (), (shift, side, rule, line, wanted, place, count, shows))

constexpr auto notes_of(reflect::Of<ShiftCause>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShiftCause::shift>{.text = "What happened to the shows."},
      Note<&ShiftCause::side>{.text = "Whether the cause stands in the old config or the new."},
      Note<&ShiftCause::rule>{.text = "exclude, lists, or the name of a selection."},
      Note<&ShiftCause::line>{.text = "The criterion; absent where it is the whole rule."},
      Note<&ShiftCause::wanted>{.text = "What that line asks for."},
      Note<&ShiftCause::place>{.text = "Where it was written: file, line and column."},
      Note<&ShiftCause::count>{.text = "How many shows there are."},
      Note<&ShiftCause::shows>{.text = "The shows, by id."},
  };
}

/// Everything that a change of the filter does.
struct DiffReport {
  int sievarr_diff = 1;
  std::string today;
  std::size_t shows = 0;
  std::uint32_t added = 0;
  std::uint32_t dropped = 0;
  std::uint32_t rerouted = 0;
  std::uint32_t reviewed = 0;
  std::uint32_t reasoned = 0;
  std::string old_filter_hash;
  std::string new_filter_hash;
  std::string old_decision_hash;
  std::string new_decision_hash;
  std::vector<ShiftCause> causes;

  /// How many shows change, but for those with only another reason.
  std::size_t changed() const { return std::size_t{added} + dropped + rerouted + reviewed; }
};
BOOST_DESCRIBE_STRUCT(DiffReport, (),
                      (sievarr_diff, today, shows, added, dropped, rerouted, reviewed, reasoned,
                       old_filter_hash, new_filter_hash, old_decision_hash, new_decision_hash,
                       causes))

constexpr auto notes_of(reflect::Of<DiffReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&DiffReport::sievarr_diff>{.text = "Version of this format."},
      Note<&DiffReport::today>{.text = "The day from which relative days were counted."},
      Note<&DiffReport::shows>{.text = "How many shows were judged."},
      Note<&DiffReport::added>{.text = "Shows that are wanted now and were not."},
      Note<&DiffReport::dropped>{.text = "Shows that were wanted and are not."},
      Note<&DiffReport::rerouted>{.text = "Shows that go elsewhere or otherwise now."},
      Note<&DiffReport::reviewed>{.text = "Shows that a person must look at now, or need not."},
      Note<&DiffReport::reasoned>{.text = "Shows with the same verdict for another reason."},
      Note<&DiffReport::old_filter_hash>{.text = "Equal for filters that say the same."},
      Note<&DiffReport::new_filter_hash>{.text = "Equal for filters that say the same."},
      Note<&DiffReport::old_decision_hash>{.text = "Equal for equal verdicts and routes."},
      Note<&DiffReport::new_decision_hash>{.text = "Equal for equal verdicts and routes."},
      Note<&DiffReport::causes>{.text = "What happened to which shows, and why; largest first."},
  };
}

/// Puts a comparison of two runs into words.
class DiffWriter {
 public:
  DiffWriter(filter::Run before, filter::Run after, filter::Table const& table)
      : before_(before), after_(after), table_(table) {}

  DiffReport write() const {
    auto const difference = filter::compare_runs(before_, after_, table_);
    auto const count = [&](filter::Shift shift) {
      return difference.counts[static_cast<std::size_t>(shift)];
    };
    DiffReport report{.today = to_text(after_.plan.today),
                      .shows = table_.present(),
                      .added = count(filter::Shift::added),
                      .dropped = count(filter::Shift::dropped),
                      .rerouted = count(filter::Shift::rerouted),
                      .reviewed = count(filter::Shift::reviewed),
                      .reasoned = count(filter::Shift::reasoned),
                      .old_filter_hash = before_.plan.filter_hash,
                      .new_filter_hash = after_.plan.filter_hash,
                      .old_decision_hash = hash_of(before_),
                      .new_decision_hash = hash_of(after_)};
    for (auto const& group : difference.groups) report.causes.push_back(cause_of(group));
    return report;
  }

 private:
  std::string hash_of(filter::Run const& run) const {
    return filter::decision_hash(run.plan, table_, run.judged.decisions);
  }

  ShiftCause cause_of(filter::ShiftGroup const& group) const {
    auto const side = group.cause.side == filter::Cause::Side::before ? Side::before : Side::after;
    auto const& run = side == Side::before ? before_ : after_;
    ShiftCause cause{.shift = group.shift, .side = side, .rule = "exclude"};
    if (group.cause.by_list) cause.rule = "always and never";
    if (group.cause.selection) {
      auto const& compiled = run.plan.selections[*group.cause.selection];
      cause.rule = compiled.name;
      cause.at = compiled.place;
    }
    if (auto const* const line = filter::line_of(group.cause, run.plan)) {
      cause.line = std::string{line->criterion->name};
      cause.wanted = filter::wanted(*line);
      cause.at = line->place;
    }
    if (!cause.at.source.empty()) cause.place = to_text(cause.at);
    cause.old_line = line_in(before_, group.cause, run);
    cause.new_line = line_in(after_, group.cause, run);
    cause.count = group.rows.size();
    auto const* const line = filter::line_of(group.cause, run.plan);
    for (auto const row : group.rows) cause.shows.push_back(show_at(row, line));
    std::sort(cause.shows.begin(), cause.shows.end(),
              [](auto const& a, auto const& b) { return a.id < b.id; });
    return cause;
  }

  /// A line or a rule of one run as it stands in another, where that has it.
  static std::optional<CauseLine> line_in(filter::Run const& run, filter::Cause cause,
                                          filter::Run const& of) {
    if (cause.by_list) return std::nullopt;
    filter::CompiledSelection const* selection = nullptr;
    if (cause.selection) {
      auto const& name = of.plan.selections[*cause.selection].name;
      auto const& all = run.plan.selections;
      auto const same =
          std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.name == name; });
      if (same == all.end()) return std::nullopt;
      selection = &*same;
      cause.selection = static_cast<std::size_t>(same - all.begin());
    }
    if (auto const* const line = filter::line_of(cause, run.plan))
      return CauseLine{filter::wanted(*line), to_text(line->place)};
    if (cause.criterion || !selection) return std::nullopt;
    return CauseLine{"", to_text(selection->place)};
  }

  ShiftedShow show_at(std::uint32_t row, filter::Line const* line) const {
    ShiftedShow show{.id = table_.ids()[row],
                     .title = std::string{table_.titles()[row]},
                     .before = before_.judged.decisions.at(row).verdict,
                     .after = after_.judged.decisions.at(row).verdict};
    if (line && !std::holds_alternative<filter::Tree>(line->test))
      show.value =
          filter::actual(*line->criterion, filter::facts_of<filter::Shows>(table_.at(row)));
    return show;
  }

  filter::Run before_;
  filter::Run after_;
  filter::Table const& table_;
};

}  // namespace sievarr::report

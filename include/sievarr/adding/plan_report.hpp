#pragma once

#include <sievarr/adding/proposal.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/mirror/mirror_progress.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the next cycle would do, as people and programs read it.
namespace sievarr::adding {

/// A show that an instance refused; it is tried again when its route changes, or a person says so.
struct RefusedShow {
  std::int64_t show_id = 0;
  std::string title;
  std::optional<std::string> instance = {};
  std::string words = {};

  bool operator==(RefusedShow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusedShow, (), (show_id, title, instance, words))

constexpr auto notes_of(reflect::Of<RefusedShow>) {
  using reflect::Note;
  using R = RefusedShow;
  return reflect::Notes{
      Note<&R::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&R::title>{.text = "Its title.", .example = "Severance"},
      Note<&R::instance>{.text = "The instance that refused it.", .example = "sonarr"},
      Note<&R::words>{.text = "What the instance said.", .example = "invalid profile"},
  };
}

/// The next cycle as a file: `sievarr plan --out FILE` writes one, `sievarr apply FILE` reads it.
struct PlanReport {
  int sievarr_plan = 1;
  Instant made = {};
  bool dry_run = true;
  std::string filter_hash;
  std::optional<std::string> held = {};
  std::optional<std::int64_t> held_shows = {};
  std::optional<Instant> held_since = {};
  Proposal proposal;
  std::vector<RefusedShow> refused = {};

  bool operator==(PlanReport const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanReport, (),
                      (sievarr_plan, made, dry_run, filter_hash, held, held_shows, held_since,
                       proposal, refused))

constexpr auto notes_of(reflect::Of<PlanReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PlanReport::sievarr_plan>{.text = "Version of this format."},
      Note<&PlanReport::made>{.text = "When it was worked out."},
      Note<&PlanReport::dry_run>{.text = "Whether the config says that nothing is sent."},
      Note<&PlanReport::filter_hash>{.text = "The filter that judged."},
      Note<&PlanReport::held>{.text = "Why cycles hold all of it until a person applies it."},
      Note<&PlanReport::held_shows>{.text = "How many shows are held; absent where none is.",
                                    .example = "312"},
      Note<&PlanReport::held_since>{.text = "When they became wanted.",
                                    .example = "2026-01-31T10:30:00Z"},
      Note<&PlanReport::proposal>{.spread = true},
      Note<&PlanReport::refused>{
          .text = "Shows that an instance refused, which no cycle tries again by itself."},
  };
}

/// Says in a plan what is held now, and nothing where nothing is.
inline void tell_hold(PlanReport& plan, mirror::MirrorProgress const& progress) {
  plan.held.reset();
  plan.held_shows.reset();
  plan.held_since.reset();
  if (!progress.held) return;
  plan.held = to_text(*progress.held) + " more shows became wanted with a change of the config";
  plan.held_shows = progress.held;
  plan.held_since = progress.held_since;
}

/// A line of the table of adds.
struct AddRow {
  std::int64_t id = 0;
  std::string title;
  std::string instance;
  std::string selection;
  std::string profile;
  std::string folder;
};
BOOST_DESCRIBE_STRUCT(AddRow, (), (id, title, instance, selection, profile, folder))

constexpr auto notes_of(reflect::Of<AddRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&AddRow::id>{.text = "Number in TVMaze's catalogue.", .key = true},
      Note<&AddRow::title>{.text = "Its title."},
      Note<&AddRow::instance>{.text = "Where it goes."},
      Note<&AddRow::selection>{.text = "The selection that wants it."},
      Note<&AddRow::profile>{.text = "Quality profile."},
      Note<&AddRow::folder>{.text = "Root folder."},
  };
}

/// A line of the table of what waits: a cause, how many it keeps, and an example of its words.
struct WaitRow {
  Cause cause = Cause::cap;
  std::size_t shows = 0;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(WaitRow, (), (cause, shows, why))

constexpr auto notes_of(reflect::Of<WaitRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&WaitRow::cause>{.text = "Why they wait, in one word.", .key = true},
      Note<&WaitRow::shows>{.text = "How many shows wait for it."},
      Note<&WaitRow::why>{.text = "Why, in a sentence."},
  };
}

/// A line of the table of what was refused.
struct RefusedRow {
  std::int64_t id = 0;
  std::string title;
  std::string instance;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(RefusedRow, (), (id, title, instance, why))

constexpr auto notes_of(reflect::Of<RefusedRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&RefusedRow::id>{.text = "Number in TVMaze's catalogue.", .key = true},
      Note<&RefusedRow::title>{.text = "Its title."},
      Note<&RefusedRow::instance>{.text = "Where it was to go."},
      Note<&RefusedRow::why>{.text = "What was said."},
  };
}

inline RefusedRow refused_row(RefusedShow const& show) {
  return {.id = show.show_id,
          .title = show.title,
          .instance = show.instance.value_or(""),
          .why = show.words};
}

inline AddRow add_row(Add const& add) {
  return {.id = add.show_id,
          .title = add.title,
          .instance = add.route.instance,
          .selection = add.selection.value_or(""),
          .profile = add.route.quality_profile.text(),
          .folder = add.route.root_folder.text()};
}

/// What waits by cause, in the order of the causes; the words are those of the first that waits.
inline std::vector<WaitRow> wait_rows(std::vector<Waiting> const& waiting) {
  std::map<Cause, WaitRow> rows;
  for (auto const& each : waiting) {
    auto& row = rows[each.cause];
    if (++row.shows > 1) continue;
    row.cause = each.cause;
    row.why = each.words;
  }
  std::vector<WaitRow> all;
  for (auto& [cause, row] : rows) all.push_back(std::move(row));
  return all;
}

}  // namespace sievarr::adding

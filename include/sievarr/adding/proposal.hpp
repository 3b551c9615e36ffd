#pragma once

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/show_state.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/label.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What is about to happen, before anything does: data that is printed, stored, compared and
/// carried out.
namespace sievarr::adding {

/// A series that is to be added.
struct Add {
  std::int64_t show_id = 0;
  std::int64_t tvdb_id = 0;
  std::string title;
  std::optional<std::string> selection = {};
  target::Target route = {};

  bool operator==(Add const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Add, (), (show_id, tvdb_id, title, selection, route))

constexpr auto notes_of(reflect::Of<Add>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Add::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&Add::tvdb_id>{.text = "Number at TheTVDB.", .example = "371980"},
      Note<&Add::title>{.text = "Its title.", .example = "Severance"},
      Note<&Add::selection>{.text = "The selection that wants it.", .example = "prestige"},
      Note<&Add::route>{.text = "Where it goes, and how."},
  };
}

/// Why a show that is wanted is not added now.
BOOST_DEFINE_ENUM_CLASS(Cause, review, no_tvdb, unknown_there, abandoned, no_instance,
                        instance_down, instance_refused, held, no_folder, free_space, cap, dry_run,
                        disabled)

constexpr auto labels_of(reflect::Of<Cause>) {
  using reflect::Called;
  using reflect::called_as;
  using reflect::Tone;
  return reflect::Labels{
      called_as<Cause::review>(Status::review),
      called_as<Cause::no_tvdb>(Status::pending_tvdb),
      called_as<Cause::unknown_there>(AddOutcome::not_found),
      Called<Cause::abandoned>{"given up", "⊘", Tone::filtered,
                               "Nobody knew its id for too long, so it is no longer looked for."},
      Called<Cause::no_instance>{"no instance", "✕", Tone::broken,
                                 "The config names no instance that it could go to."},
      Called<Cause::instance_down>{"instance down", "✕", Tone::broken,
                                   "Its instance does not answer."},
      Called<Cause::instance_refused>{"instance refuses", "✕", Tone::broken,
                                      "Its instance answers, and lets nothing be added."},
      Called<Cause::held>{
          "held", "▮▮", Tone::person,
          "A change of the config made too many shows wanted at once, so a person has to look."},
      Called<Cause::no_folder>{"no folder", "✕", Tone::broken, "Its root folder is out of reach."},
      Called<Cause::free_space>{"waits for space", "◌", Tone::waiting,
                                "The disk of its root folder has too little room left.",
                                "wait for space"},
      Called<Cause::cap>{"waits for the cap", "◌", Tone::waiting,
                         "As many as may be added in that time were added; it follows later.",
                         "wait for the cap"},
      Called<Cause::dry_run>{"dry run", "◐", Tone::person,
                             "The config says that nothing is sent to its instance."},
      Called<Cause::disabled>{"disabled", "⊘", Tone::filtered,
                              "The config says that its instance is not used."},
  };
}

/// A show that has to wait.
struct Waiting {
  std::int64_t show_id = 0;
  std::string title;
  std::optional<std::string> selection = {};
  std::optional<std::string> instance = {};
  Cause cause = Cause::cap;
  std::string words = {};

  bool operator==(Waiting const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (show_id, title, selection, instance, cause, words))

constexpr auto notes_of(reflect::Of<Waiting>) {
  using reflect::Note;
  using W = Waiting;
  return reflect::Notes{
      Note<&W::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&W::title>{.text = "Its title.", .example = "Severance"},
      Note<&W::selection>{.text = "The selection that wants it.", .example = "prestige"},
      Note<&W::instance>{.text = "The instance that it would go to.", .example = "sonarr"},
      Note<&W::cause>{.text = "Why it waits, in one word.", .example = "cap"},
      Note<&W::words>{.text = "Why it waits, in a sentence.",
                      .example = "25 were added within the last 6h"},
  };
}

/// What was found out about a show without asking for it: it is there, or is not wanted there.
struct Finding {
  std::int64_t show_id = 0;
  std::string title;
  Status status = Status::exists;
  std::string instance;
  std::optional<std::int64_t> series_id = {};
  std::optional<std::int64_t> twin = {};

  bool operator==(Finding const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (show_id, title, status, instance, series_id, twin))

constexpr auto notes_of(reflect::Of<Finding>) {
  using reflect::Note;
  using F = Finding;
  return reflect::Notes{
      Note<&F::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&F::title>{.text = "Its title.", .example = "Severance"},
      Note<&F::status>{.text = "What it becomes: exists or skipped.", .example = "exists"},
      Note<&F::instance>{.text = "The instance that was asked.", .example = "sonarr"},
      Note<&F::series_id>{.text = "Its number there.", .example = "12"},
      Note<&F::twin>{.text = "The show with the same number at TheTVDB, which acts for both.",
                     .example = "82"},
  };
}

/// What the next cycle does.
struct Proposal {
  std::vector<Add> adds;
  std::vector<Waiting> waiting;
  std::vector<Finding> findings;
  std::string hash;

  bool operator==(Proposal const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (adds, waiting, findings, hash))

constexpr auto notes_of(reflect::Of<Proposal>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Proposal::adds>{.text = "The series that are added, in this order."},
      Note<&Proposal::waiting>{.text = "The shows that are wanted and wait, and why."},
      Note<&Proposal::findings>{.text = "The shows that need no adding."},
      Note<&Proposal::hash>{.text = "Equal for equal adds, whatever their order and their titles."},
  };
}

}  // namespace sievarr::adding

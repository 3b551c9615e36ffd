#pragma once

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/manual_action.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/label.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::status {

/// What sort of thing happened: an add ended so, somebody decided, another config came into force
/// or was refused, the catalogue was judged again, a cycle did something, and adding is held or not
/// any more.
BOOST_DEFINE_ENUM_CLASS(ActivityKind, added, exists, not_found, refused, decision, config,
                        config_refused, judged, cycle, held, released)

constexpr auto labels_of(reflect::Of<ActivityKind>) {
  using Kind = ActivityKind;
  using reflect::Called;
  using reflect::Tone;
  return reflect::Labels{
      Called<Kind::added>{"added", "✓", Tone::done, "A show was added to its instance."},
      Called<Kind::exists>{"there already", "✓", Tone::done,
                           "A show that was to be added was there already."},
      Called<Kind::not_found>{"not known there", "◌", Tone::waiting,
                              "The instance does not know a show that was to be added."},
      Called<Kind::refused>{"refused", "✕", Tone::broken,
                            "The instance refused a show that was to be added."},
      Called<Kind::decision>{"decision", "◐", Tone::person, "A person decided about shows.",
                             "decisions"},
      Called<Kind::config>{"config", "◇", Tone::enters, "A config came into force."},
      Called<Kind::config_refused>{"config refused", "✕", Tone::broken,
                                   "A config had errors, and the one before stayed in force."},
      Called<Kind::judged>{"judged", "≈", Tone::filtered, "The catalogue was judged again."},
      Called<Kind::cycle>{"cycle", "↻", Tone::filtered, "A cycle did something.", "cycles"},
      Called<Kind::held>{"held", "❚", Tone::person, "Adding was held until a person decides."},
      Called<Kind::released>{"released", "▸", Tone::enters, "Adding is not held any more."},
  };
}

/// How long it is remembered what happened.
inline constexpr std::chrono::days activity_kept{90};

/// What an activity is about. Which of it is there depends on its kind.
struct ActivityRefs {
  std::vector<std::int64_t> shows = {};
  std::optional<std::string> instance = {};
  std::optional<std::int64_t> series_id = {};
  std::optional<std::int64_t> intent = {};
  std::optional<std::int64_t> cycle = {};
  std::optional<adding::ManualAction> action = {};
  std::optional<std::string> by = {};

  bool operator==(ActivityRefs const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityRefs, (), (shows, instance, series_id, intent, cycle, action, by))

constexpr auto notes_of(reflect::Of<ActivityRefs>) {
  using reflect::Note;
  using R = ActivityRefs;
  return reflect::Notes{
      Note<&R::shows>{.text = "Shows, by their numbers in TVMaze's catalogue.", .example = "44933"},
      Note<&R::instance>{.text = "The instance that answered.", .example = "sonarr"},
      Note<&R::series_id>{.text = "The number of the series in that instance.", .example = "12"},
      Note<&R::intent>{.text = "Number in the journal.", .example = "7"},
      Note<&R::cycle>{.text = "Number of the cycle.", .example = "7"},
      Note<&R::action>{.text = "What somebody decided.", .example = "approve"},
      Note<&R::by>{.text = "Who did it, or by which way.", .example = "page"},
  };
}

/// Something that happened, as it is remembered.
struct ActivityRecord {
  std::int64_t id = 0;
  Instant at = {};
  ActivityKind kind = ActivityKind::cycle;
  ActivityRefs refs = {};
  std::string words = {};

  bool operator==(ActivityRecord const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityRecord, (), (id, at, kind, refs, words))
constexpr std::string_view title_of(reflect::Of<ActivityRecord>) { return "Activity"; }

constexpr auto notes_of(reflect::Of<ActivityRecord>) {
  using reflect::Note;
  using R = ActivityRecord;
  return reflect::Notes{
      Note<&R::id>{.text = "Number among all that happened.", .example = "7", .key = true},
      Note<&R::at>{.text = "When it happened.", .example = "2026-01-31T10:30:00Z"},
      Note<&R::kind>{.text = "What sort of thing it was.", .example = "added"},
      Note<&R::refs>{.text = "What it is about.", .example = "{\"shows\":[44933]}"},
      Note<&R::words>{.text = "What happened, in a sentence.",
                      .example = "added \"Severance\" to sonarr"},
  };
}

}  // namespace sievarr::status

#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/label.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::adding {

/// What has become of a show.
BOOST_DEFINE_ENUM_CLASS(Status, pending, review, filtered, pending_tvdb, added, exists, failed,
                        skipped)

constexpr auto labels_of(reflect::Of<Status>) {
  using reflect::Called;
  using reflect::called_as;
  using reflect::Tone;
  return reflect::Labels{
      Called<Status::pending>{
          "next", "●", Tone::enters,
          "It is wanted, and added as soon as the cap, the room and its instance allow."},
      Called<Status::review>{"in review", "◐", Tone::person,
                             "It waits for a person, who approves it or skips it."},
      called_as<Status::filtered>(filter::Verdict::filtered),
      Called<Status::pending_tvdb>{"waits for an id", "◌", Tone::waiting,
                                   "It is wanted and waits until its number at TheTVDB is known.",
                                   "wait for an id"},
      Called<Status::added>{"added", "✓", Tone::done, "It was added to its instance."},
      Called<Status::exists>{"there already", "=", Tone::done,
                             "Its instance had it, and nothing had to be sent."},
      Called<Status::failed>{"refused", "✕", Tone::broken,
                             "Its instance refused it, and no cycle tries again by itself."},
      Called<Status::skipped>{
          "skipped", "⊘", Tone::filtered,
          "A person or an exclusion of its instance keeps it out, whatever the filter says."},
  };
}

/// What a person said about a show, which outlives every change of the filter.
BOOST_DEFINE_ENUM_CLASS(Override, approved, skipped)

/// What has become of a show so far, and what is to become of it. One row a show: only the instance
/// of its route decides about it.
struct ShowState {
  std::int64_t show_id = 0;
  Status status = Status::pending;
  std::optional<filter::Category> category = {};
  std::optional<std::string> selection = {};
  std::optional<std::string> instance = {};
  std::optional<std::int64_t> series_id = {};
  std::optional<Instant> added = {};
  std::int32_t retries = 0;
  std::optional<Instant> waiting_since = {};
  std::optional<Instant> retry_at = {};
  bool abandoned = false;
  std::optional<std::string> error = {};
  std::optional<std::string> failed_route = {};
  std::optional<std::int64_t> twin = {};
  bool in_library = false;
  std::optional<Override> word = {};
  std::int64_t changed = 0;
  std::optional<Instant> later_until = {};

  bool operator==(ShowState const&) const = default;
};

BOOST_DESCRIBE_STRUCT(ShowState, (),
                      (show_id, status, category, selection, instance, series_id, added, retries,
                       waiting_since, retry_at, abandoned, error, failed_route, twin, in_library,
                       word, changed, later_until))
constexpr std::string_view title_of(reflect::Of<ShowState>) { return "Processing"; }

constexpr auto notes_of(reflect::Of<ShowState>) {
  using reflect::Note;
  using P = ShowState;
  return reflect::Notes{
      Note<&P::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&P::status>{.text = "What has become of it.", .example = "added"},
      Note<&P::category>{.text = "Why it is not wanted, in one word.", .example = "genre"},
      Note<&P::selection>{.text = "The selection that decided, if one did.", .example = "prestige"},
      Note<&P::instance>{.text = "The instance that it goes to or went to.", .example = "sonarr"},
      Note<&P::series_id>{.text = "Its number in that instance.", .example = "12"},
      Note<&P::added>{.text = "When it was added.", .example = "2026-01-31T10:30:00Z"},
      Note<&P::retries>{.text = "How often it was looked for in vain.", .example = "2"},
      Note<&P::waiting_since>{.text = "Since when it has waited for an id that is known.",
                              .example = "2026-01-24T10:30:00Z"},
      Note<&P::retry_at>{.text = "When it is looked for again.", .example = "2026-02-07T10:30:00Z"},
      Note<&P::abandoned>{.text = "Whether it is no longer looked for.", .example = "false"},
      Note<&P::error>{.text = "What the instance said, where it refused.",
                      .example = "invalid profile"},
      Note<&P::failed_route>{.text = "The route, as a hash, on which it was refused.",
                             .example = "9f86d081884c7d65"},
      Note<&P::twin>{.text = "The show that has the same number at TheTVDB and acts for both.",
                     .example = "82"},
      Note<&P::in_library>{.text = "Whether it is in the instance though nobody here wants it.",
                           .example = "false"},
      Note<&P::word>{.text = "What a person said about it.", .example = "approved"},
      Note<&P::changed>{.text = "When this last changed, in seconds since 1970.",
                        .example = "1769855400"},
      Note<&P::later_until>{.text = "Until when a person does not want to be asked about it.",
                            .example = "2026-03-02T10:30:00Z"},
  };
}

}  // namespace sievarr::adding

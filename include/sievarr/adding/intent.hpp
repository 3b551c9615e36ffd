#pragma once

#include <sievarr/adding/show_state.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/label.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::adding {

/// A series that is about to be added. It is written down before anything is sent, so that a crash
/// leaves a question behind instead of a secret.
struct Intent {
  std::int64_t id = 0;
  std::string instance;
  std::int64_t show_id = 0;
  std::int64_t tvdb_id = 0;
  std::int32_t attempts = 1;
  Instant since = {};

  bool operator==(Intent const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Intent, (), (id, instance, show_id, tvdb_id, attempts, since))

constexpr auto notes_of(reflect::Of<Intent>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Intent::id>{.text = "Number in the journal.", .example = "7", .key = true},
      Note<&Intent::instance>{.text = "Instance that it is added to.", .example = "main"},
      Note<&Intent::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933"},
      Note<&Intent::tvdb_id>{.text = "Number at TheTVDB.", .example = "371980"},
      Note<&Intent::attempts>{.text = "How often it was sent, or was about to be.", .example = "1"},
      Note<&Intent::since>{.text = "When it was first written down.",
                           .example = "2026-01-31T10:30:00Z"},
  };
}

/// What can come of an intent. What was put off was surely not sent.
BOOST_DEFINE_ENUM_CLASS(AddOutcome, added, exists, not_found, refused, put_off)

constexpr auto labels_of(reflect::Of<AddOutcome>) {
  using reflect::Called;
  using reflect::called_as;
  using reflect::Tone;
  return reflect::Labels{
      called_as<AddOutcome::added>(Status::added),
      called_as<AddOutcome::exists>(Status::exists),
      Called<AddOutcome::not_found>{
          "not known there", "◌", Tone::waiting,
          "Its instance cannot find its number at TheTVDB, and is asked again later."},
      called_as<AddOutcome::refused>(Status::failed),
      Called<AddOutcome::put_off>{"put off", "◌", Tone::waiting,
                                  "It was not sent, and a later cycle sends it."},
  };
}

/// What came of an intent. An intent without one is open.
struct AddResult {
  std::int64_t intent = 0;
  AddOutcome fate = AddOutcome::added;
  std::optional<std::int64_t> series_id = {};
  std::string words = {};
  Instant at = {};

  bool operator==(AddResult const&) const = default;
};

BOOST_DESCRIBE_STRUCT(AddResult, (), (intent, fate, series_id, words, at))
constexpr std::string_view title_of(reflect::Of<AddResult>) { return "Ending"; }

constexpr auto notes_of(reflect::Of<AddResult>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&AddResult::intent>{.text = "Number of the intent.", .example = "7", .key = true},
      Note<&AddResult::fate>{.text = "How it ended.", .example = "added"},
      Note<&AddResult::series_id>{.text = "Number in the instance.", .example = "12"},
      Note<&AddResult::words>{.text = "What the instance said.", .example = "invalid profile"},
      Note<&AddResult::at>{.text = "When that was known.", .example = "2026-01-31T10:30:02Z"},
  };
}

}  // namespace sievarr::adding

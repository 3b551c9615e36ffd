#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::mirror {

/// How far the mirror and the judging are. It is stored together with the shows that it speaks of.
struct MirrorProgress {
  std::optional<Instant> last_full_sync = {};
  std::optional<Instant> last_incremental_sync = {};
  std::optional<std::int64_t> last_tvmaze_page = {};
  std::int64_t highest_tvmaze_id = 0;
  std::optional<std::string> last_filter_hash = {};
  std::optional<Instant> last_updates_check = {};
  std::optional<Instant> last_whole_look = {};
  std::optional<Instant> full_sync_since = {};
  std::optional<std::string> judging_key = {};
  std::optional<std::int64_t> held = {};
  std::optional<Instant> held_since = {};
  std::optional<std::string> held_filter_hash = {};

  bool operator==(MirrorProgress const&) const = default;
};

BOOST_DESCRIBE_STRUCT(MirrorProgress, (),
                      (last_full_sync, last_incremental_sync, last_tvmaze_page, highest_tvmaze_id,
                       last_filter_hash, last_updates_check, last_whole_look, full_sync_since,
                       judging_key, held, held_since, held_filter_hash))
constexpr std::string_view title_of(reflect::Of<MirrorProgress>) { return "Progress"; }

constexpr auto notes_of(reflect::Of<MirrorProgress>) {
  using reflect::Note;
  using P = MirrorProgress;
  return reflect::Notes{
      Note<&P::last_full_sync>{.text = "When the whole catalogue was last read.",
                               .example = "2026-01-31T10:30:00Z"},
      Note<&P::last_incremental_sync>{.text = "When changes were last read.",
                                      .example = "2026-01-31T16:30:00Z"},
      Note<&P::last_tvmaze_page>{
          .text = "The last page that the full mirror has settled, where it began.",
          .example = "280"},
      Note<&P::highest_tvmaze_id>{.text = "The highest number of a show that is known.",
                                  .example = "90123"},
      Note<&P::last_filter_hash>{.text = "The hash of the filter that judged last.",
                                 .example = "9f86d081884c7d65"},
      Note<&P::last_updates_check>{
          .text = "The time of the last list of updates of which nothing was lost.",
          .example = "2026-01-31T16:30:00Z"},
      Note<&P::last_whole_look>{
          .text = "The time of the last whole list, which shows what is gone.",
          .example = "2026-01-31T10:30:00Z"},
      Note<&P::full_sync_since>{.text = "When the full mirror began that is not complete.",
                                .example = "2026-01-31T10:00:00Z"},
      Note<&P::judging_key>{.text = "All that the verdicts depend on, as a hash.",
                            .example = "2c26b46b68ffc68f"},
      Note<&P::held>{.text = "So many more shows became wanted with a change of the config that "
                             "all wait for a person.",
                     .example = "312"},
      Note<&P::held_since>{.text = "Since when they wait for that person.",
                           .example = "2026-01-31T10:30:00Z"},
      Note<&P::held_filter_hash>{.text = "The hash of the filter that made them wanted.",
                                 .example = "9f86d081884c7d65"},
  };
}

/// Holds so many shows for a person, since a filter made them wanted.
inline void hold(MirrorProgress& progress, std::int64_t shows, Instant now,
                 std::string filter_hash) {
  progress.held = shows;
  progress.held_since = now;
  progress.held_filter_hash = std::move(filter_hash);
}

/// Lets pass what is held, if anything is.
inline void release(MirrorProgress& progress) {
  progress.held = std::nullopt;
  progress.held_since = std::nullopt;
  progress.held_filter_hash = std::nullopt;
}

/// The first page that a full mirror has not settled.
inline std::int64_t next_page(MirrorProgress const& progress) {
  if (!progress.full_sync_since) return 0;
  return progress.last_tvmaze_page ? *progress.last_tvmaze_page + 1 : 0;
}

}  // namespace sievarr::mirror

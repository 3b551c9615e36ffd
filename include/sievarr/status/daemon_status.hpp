#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/mirror/mirror_progress.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/status/cycle.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::status {

/// What the daemon is at.
BOOST_DEFINE_ENUM_CLASS(Phase, starting, idle, running, stopping)

/// Which part of a cycle is under way.
BOOST_DEFINE_ENUM_CLASS(Step, judging, gathering, deciding, adding)

/// Whether something that the daemon needs works, as far as it last saw.
struct Health {
  bool healthy = true;
  std::optional<Instant> since = {};
  std::optional<std::string> words = {};

  bool operator==(Health const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Health, (), (healthy, since, words))

constexpr auto notes_of(reflect::Of<Health>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Health::healthy>{.text = "Whether it works.", .example = "true"},
      Note<&Health::since>{.text = "Since when that is so; nothing before it was first tried.",
                           .example = "2026-01-31T10:30:00Z"},
      Note<&Health::words>{.text = "What is wrong.", .example = "nobody answers"},
  };
}

/// How far the cycle is that is under way.
struct JobProgress {
  std::int64_t cycle = 0;
  SyncMode kind = SyncMode::incremental;
  Instant began = {};
  Step step = Step::judging;
  std::int64_t done = 0;
  std::int64_t all = 0;
  std::int64_t added = 0;
  std::int64_t troubles = 0;

  bool operator==(JobProgress const&) const = default;
};
BOOST_DESCRIBE_STRUCT(JobProgress, (), (cycle, kind, began, step, done, all, added, troubles))
constexpr std::string_view title_of(reflect::Of<JobProgress>) { return "Advance"; }

constexpr auto notes_of(reflect::Of<JobProgress>) {
  using reflect::Note;
  using A = JobProgress;
  return reflect::Notes{
      Note<&A::cycle>{.text = "Number of the cycle.", .example = "7"},
      Note<&A::kind>{.text = "How it reads the catalogue.", .example = "full"},
      Note<&A::began>{.text = "When it began.", .example = "2026-01-31T10:30:00Z"},
      Note<&A::step>{.text = "Which part of it is under way.", .example = "gathering"},
      Note<&A::done>{.text = "Pages, requests or adds of this part that are done.",
                     .example = "120"},
      Note<&A::all>{.text = "How many there are, as far as is known.", .example = "360"},
      Note<&A::added>{.text = "Series that it has added.", .example = "4"},
      Note<&A::troubles>{.text = "What went wrong without stopping it.", .example = "0"},
  };
}

/// How the daemon stands: one consistent copy of all that it would say of itself.
struct DaemonStatus {
  Phase phase = Phase::starting;
  Instant started = {};
  std::optional<Instant> next_run = {};
  std::optional<JobProgress> running = {};
  std::optional<CycleRecord> last_cycle = {};
  mirror::MirrorProgress progress = {};
  std::int64_t shows = 0;
  std::map<std::string, std::int64_t> counts = {};
  Health database = {};
  Health tvmaze = {};
  std::map<std::string, Health> instances = {};
  std::vector<std::string> disabled = {};
  Health config = {};
  std::int64_t reloads = 0;
  std::int64_t failed_reloads = 0;
  std::vector<std::string> needs_restart = {};
};
BOOST_DESCRIBE_STRUCT(DaemonStatus, (),
                      (phase, started, next_run, running, last_cycle, progress, shows, counts,
                       database, tvmaze, instances, disabled, config, reloads, failed_reloads,
                       needs_restart))

constexpr auto notes_of(reflect::Of<DaemonStatus>) {
  using reflect::Note;
  using S = DaemonStatus;
  return reflect::Notes{
      Note<&S::phase>{.text = "What the daemon is at.", .example = "idle"},
      Note<&S::started>{.text = "When it was started.", .example = "2026-01-31T10:00:00Z"},
      Note<&S::next_run>{.text = "When the next cycle begins.", .example = "2026-01-31T16:30:00Z"},
      Note<&S::running>{.text = "The cycle that is under way."},
      Note<&S::last_cycle>{.text = "The last cycle that is over."},
      Note<&S::progress>{.text = "How far the mirror is."},
      Note<&S::shows>{.text = "Shows in the catalogue, without those that are gone.",
                      .example = "90123"},
      Note<&S::counts>{.text = "How many shows have which status."},
      Note<&S::database>{.text = "Whether what is decided can be stored."},
      Note<&S::tvmaze>{.text = "Whether TVMaze answers."},
      Note<&S::instances>{.text = "Whether each Sonarr answers and has what the config wants."},
      Note<&S::disabled>{.text = "Sonarrs that the config disables; nobody asks them.",
                         .example = "anime"},
      Note<&S::config>{.text = "Whether the config could be read when it was last looked at; where "
                               "not, an older one is in force."},
      Note<&S::reloads>{.text = "How often another config came into force.", .example = "2"},
      Note<&S::failed_reloads>{.text = "How often another config was refused.", .example = "0"},
      Note<&S::needs_restart>{.text = "Settings that have changed and count after a restart.",
                              .example = "server.port"},
  };
}

}  // namespace sievarr::status

#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/wire/arr/command_spelling.hpp>
#include <sievarr/wire/arr/episode_spelling.hpp>
#include <sievarr/wire/arr/exclusions.hpp>
#include <sievarr/wire/arr/history_spelling.hpp>
#include <sievarr/wire/arr/lists.hpp>
#include <sievarr/wire/arr/movie_spelling.hpp>
#include <sievarr/wire/arr/profile_spelling.hpp>
#include <sievarr/wire/arr/series_spelling.hpp>
#include <sievarr/wire/arr/status.hpp>
#include <sievarr/wire/arr/stock.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// Which reader is for which recording of a running server; every file of the recordings of the
/// family has a line here.
namespace sievarr::test {

/// What a recorded answer is of.
enum class Content : std::uint8_t {
  series,
  episodes,
  files,
  movies,
  profiles,
  definitions,
  queue,
  queue_counts,
  history,
  commands,
  named,
  folders,
  status,
  exclusions,
  refusal,  ///< An answer that is an error.
  other,    ///< Nothing of the library's, or empty.
  unlisted,
};

struct Rule {
  std::string_view pattern;  ///< Of the name of the file; * is anything.
  Content content;
};

/// The first that fits counts.
inline constexpr std::array rules{
    Rule{"prowlarr.*", Content::other},
    Rule{"README.md", Content::other},
    Rule{"*.status", Content::other},
    Rule{"*.signalr.jsonl", Content::other},
    Rule{"*.command.UnknownCommand.post.json", Content::refusal},
    Rule{"*.command.UnknownCommand.polls.jsonl", Content::other},
    Rule{"*.wrongKind.post.json", Content::refusal},
    Rule{"*.wrongKind.polls.jsonl", Content::other},
    Rule{"*.command.delete.queued.json", Content::other},
    Rule{"*.command.delete.started.json", Content::refusal},
    Rule{"*.command.delete.unknown.json", Content::refusal},
    Rule{"*.command.vanish.txt", Content::other},
    Rule{"*.command.*", Content::commands},
    Rule{"sonarr.v5.api5.command.json", Content::commands},
    Rule{"*.series.404.json", Content::refusal},
    Rule{"*.movie.404.json", Content::refusal},
    Rule{"whisparr3.moviefile.noparam.json", Content::files},
    Rule{"*.noparam.json", Content::refusal},
    Rule{"*.post.created.request.json", Content::other},
    Rule{"*.history.*", Content::history},
    Rule{"*.history.json", Content::history},
    Rule{"*.lookup.*", Content::other},
    Rule{"sonarr.calendar.includeSeries.json", Content::refusal},
    Rule{"sonarr.episode.seriesId.seasonNumber.json", Content::refusal},
    Rule{"sonarr.wanted.missing.full.json", Content::refusal},
    Rule{"*.series.post.created.json", Content::series},
    Rule{"whisparr2.series.post.*", Content::series},
    Rule{"*.series.post.badTag.json", Content::series},
    Rule{"*.series.post.*", Content::refusal},
    Rule{"*.series.*", Content::series},
    Rule{"*.episode.*", Content::episodes},
    Rule{"*.episodefile.*", Content::files},
    Rule{"*.moviefile.*", Content::files},
    Rule{"*.movie.list.json", Content::other},
    Rule{"*.movie.*", Content::movies},
    Rule{"sonarr*.wanted.*", Content::episodes},
    Rule{"whisparr2.wanted.*", Content::episodes},
    Rule{"*.wanted.*", Content::movies},
    Rule{"sonarr.calendar.*", Content::episodes},
    Rule{"whisparr2.calendar.*", Content::episodes},
    Rule{"*.calendar.*", Content::movies},
    Rule{"*.queue.status.json", Content::queue_counts},
    Rule{"*.queue.*", Content::queue},
    Rule{"*.qualityprofile.*", Content::profiles},
    Rule{"*.qualitydefinition.*", Content::definitions},
    Rule{"*.tag.*", Content::named},
    Rule{"*.rootfolder.*", Content::folders},
    Rule{"*.system.status.json", Content::status},
    Rule{"whisparr2.importlistexclusion.paged.json", Content::other},
    Rule{"whisparr3.importexclusions.json", Content::other},
    Rule{"*.importlistexclusion.*", Content::exclusions},
    Rule{"*.exclusions.*", Content::exclusions},
    Rule{"*.languageprofile.json", Content::named},
    Rule{"*.autotagging.*", Content::other},
    Rule{"*.blocklist.*", Content::other},
    Rule{"*.collection.*", Content::other},
    Rule{"*.config.*", Content::other},
    Rule{"*.customformat.*", Content::other},
    Rule{"*.delayprofile.*", Content::other},
    Rule{"*.diskspace.*", Content::other},
    Rule{"*.downloadclient.*", Content::other},
    Rule{"*.health.*", Content::other},
    Rule{"*.importlist.*", Content::other},
    Rule{"*.indexer.*", Content::other},
    Rule{"*.language.*", Content::other},
    Rule{"*.log.json", Content::other},
    Rule{"*.manualimport.*", Content::other},
    Rule{"*.notification.*", Content::other},
    Rule{"*.parse.*", Content::other},
    Rule{"*.performer.*", Content::other},
    Rule{"*.studio.*", Content::other},
    Rule{"*.release.*", Content::other},
    Rule{"*.releaseprofile.*", Content::other},
    Rule{"*.system.task.json", Content::other},
    Rule{"*.update.*", Content::other},
    Rule{"*.wrongkey.txt", Content::other},
};

inline bool fits(std::string_view pattern, std::string_view name) {
  auto const star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  auto const rest = pattern.substr(star + 1);
  for (auto at = star; at <= name.size(); ++at)
    if (fits(rest, name.substr(at))) return true;
  return false;
}

inline Content content_of(std::string_view name) {
  for (auto const& rule : rules)
    if (fits(rule.pattern, name)) return rule.content;
  return Content::unlisted;
}

inline wire::arr::Family family_of(std::string_view name) {
  bool const movies = name.starts_with("radarr") || name.starts_with("whisparr3");
  return movies ? wire::arr::Family::movies : wire::arr::Family::series;
}

/// Calls visit(T) with an empty item of what the content is a list of; false where it is none.
template <class Visit>
bool with_type(Content content, Visit visit) {
  switch (content) {
    case Content::series: return visit(media::Series{}), true;
    case Content::episodes: return visit(media::Episode{}), true;
    case Content::files: return visit(media::File{}), true;
    case Content::movies: return visit(media::Movie{}), true;
    case Content::profiles: return visit(media::QualityProfile{}), true;
    case Content::definitions: return visit(media::QualityDefinition{}), true;
    case Content::queue: return visit(media::QueueItem{}), true;
    case Content::queue_counts: return visit(media::QueueCounts{}), true;
    case Content::history: return visit(media::HistoryEvent{}), true;
    case Content::commands: return visit(media::Command{}), true;
    default: return false;
  }
}

}  // namespace sievarr::test

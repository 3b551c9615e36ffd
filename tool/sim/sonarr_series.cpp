#include "sonarr.hpp"

#include "json_object.hpp"
#include "posted.hpp"
#include "refusal.hpp"
#include "series_text.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/sample/dice.hpp>

#include <utility>

/// What a simulated Sonarr does with series.
namespace sievarr::sim {
namespace {

wire::Response not_found_by_id(Posted const& posted) {
  return refused(
      {{"TvdbId", "A series with this ID was not found. " + posted.path, to_text(posted.tvdb_id)}});
}

Series series_of(Posted const& posted, Show show) {
  Series series{.show = std::move(show)};
  // The title is the metadata service's, whatever was posted.
  series.path =
      posted.path.empty()
          ? (posted.root_folder.ends_with('/') ? posted.root_folder : posted.root_folder + "/") +
                series.show.title
          : posted.path;
  series.show.tvdb_id = posted.tvdb_id;
  series.quality_profile = posted.quality_profile;
  series.language_profile = posted.language_profile;
  series.monitor = posted.monitor;
  series.series_type = posted.series_type;
  series.tags = posted.tags;
  series.monitored = posted.monitored;
  series.season_folder = posted.season_folder;
  series.search = posted.search;
  return series;
}

}  // namespace

wire::Response Sonarr::series(ParsedRequest const& asked) {
  auto const write = [&](Series const& each) { return shelved(each, shelf_); };
  if (asked.number > 0) {
    for (auto const& each : shelf_.series)
      if (each.id == asked.number) return sonarr_json(write(each));
    return sonarr_words(404);
  }
  auto const wanted = asked.target.value("tvdbId");
  if (!wanted) return sonarr_json(json_list(shelf_.series, write));
  auto const* found = find_series(shelf_, to_integer(*wanted).value_or(0));
  return sonarr_json(found ? "[" + write(*found) + "]" : "[]");
}

wire::Response Sonarr::lookup(std::string_view term) {
  if (shelf_.metadata == Shelf::Metadata::down)
    return sonarr_error(
        503, "Search for '" + std::string(term) + "' failed. Unable to communicate with SkyHook.",
        "SkyHookException");
  auto const write = [&](Show const& show) {
    auto const* series = find_series(shelf_, *show.tvdb_id);
    return series ? looked_up(*series, shelf_) : looked_up(show, shelf_);
  };
  for (std::string_view const prefix : {"tvdb:", "tvdbid:"}) {
    if (!term.starts_with(prefix)) continue;
    auto const number = to_integer(trimmed(term.substr(prefix.size()))).value_or(0);
    auto const show = described(number);
    return sonarr_json(show ? "[" + write(*show) + "]" : "[]");
  }
  constexpr std::size_t most = 20;
  auto shows = world_.titled(term, term.empty() ? 0 : most);
  std::erase_if(shows, [&](Show const& show) { return !is_known(*show.tvdb_id); });
  return sonarr_json(json_list(shows, write));
}

wire::Response Sonarr::add(std::string_view body, Harms const& harms) {
  auto const posted = read_posted(body, major(shelf_));
  if (!posted) return unreadable(posted.error(), major(shelf_));
  if (auto const found = refusals(*posted, shelf_); !found.empty()) return refused(found);
  if (shelf_.metadata == Shelf::Metadata::down)
    return sonarr_error(500, "Unable to communicate with SkyHook.", "SkyHookException");
  auto show = described(posted->tvdb_id);
  if (!show) return not_found_by_id(*posted);
  auto series = series_of(*posted, *std::move(show));
  series.added = world_.now();
  if (find<Overtaken>(harms)) {
    shelve(shelf_, {.show = series.show, .added = series.added});
    return sonarr_words(409);
  }
  shelve(shelf_, std::move(series));
  ++posts_[posted->tvdb_id].carried_out;
  auto const& added = shelf_.series.back();
  auto response = sonarr_json(shelved(added, shelf_), 201);
  response.headers.push_back({"Location", shelf_.url_base + "/api/v3/series/" + to_text(added.id)});
  return response;
}

wire::Response Sonarr::drop(std::int64_t id) {
  auto const gone = std::erase_if(shelf_.series, [&](Series const& each) { return each.id == id; });
  return gone > 0 ? sonarr_json("{}") : sonarr_words(404);
}

bool Sonarr::is_known(std::int64_t tvdb_id) const {
  if (shelf_.unknown.count(tvdb_id) > 0) return false;
  return !sample::Dice(world_.options().seed + 17, tvdb_id).happens(shelf_.unknown_permille);
}

/// What the metadata service says: it also knows what is in the library and not in the world.
std::optional<Show> Sonarr::described(std::int64_t tvdb_id) const {
  if (!is_known(tvdb_id)) return std::nullopt;
  if (auto show = world_.with_tvdb(tvdb_id)) return show;
  auto const* series = find_series(shelf_, tvdb_id);
  return series ? std::optional(series->show) : std::nullopt;
}

Show Sonarr::described_or_made_up(std::int64_t tvdb_id) const {
  if (auto show = described(tvdb_id)) return *std::move(show);
  return {.title = "Elsewhere " + to_text(tvdb_id), .tvdb_id = tvdb_id};
}

}  // namespace sievarr::sim

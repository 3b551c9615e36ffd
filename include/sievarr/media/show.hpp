#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr {

/// A series as its catalogue knows it. Plain data: what the catalogue does not know is absent.
struct Show {
  std::int64_t id = 0;
  std::string title;
  std::optional<std::int64_t> tvdb_id = {};
  std::optional<std::string> imdb_id = {};
  std::optional<std::string> type = {};
  std::optional<std::string> language = {};
  std::optional<std::string> country = {};
  std::optional<std::string> status = {};
  std::optional<Date> premiered = {};
  std::optional<Date> ended = {};
  std::optional<std::string> network = {};
  std::optional<std::string> web_channel = {};
  std::vector<std::string> genres = {};
  std::optional<std::int32_t> runtime = {};
  std::optional<std::int32_t> average_runtime = {};
  std::optional<double> rating = {};
  std::optional<std::int32_t> weight = {};
  std::int64_t updated = 0;

  bool operator==(Show const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Show, (),
                      (id, title, tvdb_id, imdb_id, type, language, country, status, premiered,
                       ended, network, web_channel, genres, runtime, average_runtime, rating,
                       weight, updated))

constexpr auto notes_of(reflect::Of<Show>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Show::id>{.text = "Number in TVMaze's catalogue.", .example = "44933", .key = true},
      Note<&Show::title>{.text = "Title, as TVMaze spells it.", .example = "Severance"},
      Note<&Show::tvdb_id>{.text = "Number at TheTVDB, by which Sonarr knows a series.",
                           .example = "371980"},
      Note<&Show::imdb_id>{.text = "Number at IMDb.", .example = "tt11280740"},
      Note<&Show::type>{.text = "What kind of programme it is.", .example = "Scripted"},
      Note<&Show::language>{.text = "Language that is mainly spoken.", .example = "English"},
      Note<&Show::country>{
          .text = "Country of the network, else of the web channel, in two letters.",
          .example = "US"},
      Note<&Show::status>{.text = "Whether more episodes are expected.", .example = "Running"},
      Note<&Show::premiered>{.text = "Day of the first episode.", .example = "2022-02-18"},
      Note<&Show::ended>{.text = "Day of the last episode, once the show is over.",
                         .example = "2016-06-21"},
      Note<&Show::network>{.text = "Television network that shows it first.", .example = "HBO"},
      Note<&Show::web_channel>{.text = "Streaming service that shows it first.",
                               .example = "Apple TV+"},
      Note<&Show::genres>{.text = "Genres, in TVMaze's order.", .example = "Drama, Thriller"},
      Note<&Show::runtime>{.text = "Minutes that an episode is meant to take.", .example = "60"},
      Note<&Show::average_runtime>{.text = "Minutes that an episode takes on average.",
                                   .example = "51"},
      Note<&Show::rating>{.text = "Mean of the viewers' votes, from 0 to 10.", .example = "8.4"},
      Note<&Show::weight>{.text = "How popular it is at TVMaze, from 0 to 100.", .example = "99"},
      Note<&Show::updated>{.text = "When TVMaze last changed it, in seconds since 1970.",
                           .example = "1709303296"},
  };
}

}  // namespace sievarr

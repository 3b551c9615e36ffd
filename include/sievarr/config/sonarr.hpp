#pragma once

#include <sievarr/config/server_connection.hpp>
#include <sievarr/target/target.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/size.hpp>

#include <optional>
#include <string_view>

namespace sievarr::config {

struct Sonarr;

constexpr ServerKind kind_of(reflect::Of<Sonarr>) {
  return {.section = "sonarr",
          .app = "Sonarr",
          .api = "api/v3",
          .address = "http://sonarr:8989",
          .key = "${SONARR_API_KEY}",
          .oldest = 3};
}

/// One Sonarr, and how series are added to it.
struct Sonarr {
  ServerConnection<Sonarr> server;
  target::NameOrNumber root_folder;
  target::NameOrNumber quality_profile;
  std::optional<target::NameOrNumber> language_profile;
  target::Monitor monitor = target::Monitor::all;
  bool search_on_add = true;
  value::Set<target::NameOrNumber> tags;
  bool create_tags = false;
  target::SeriesType series_type = target::SeriesType::standard;
  bool season_folder = true;
  std::optional<value::Size> min_free_space;
  ServerPace pace;
  value::Bounded<int, 1, 8, 2> lookups_in_flight;
  bool dry_run = false;
  ServerTrust trust;
};
BOOST_DESCRIBE_STRUCT(Sonarr, (),
                      (server, root_folder, quality_profile, language_profile, monitor,
                       search_on_add, tags, create_tags, series_type, season_folder, min_free_space,
                       pace, lookups_in_flight, dry_run, trust))

/// Schemas and the reference have always called it so.
constexpr std::string_view title_of(reflect::Of<Sonarr>) { return "Instance"; }

constexpr auto notes_of(reflect::Of<Sonarr>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Sonarr::server>{.spread = true},
      Note<&Sonarr::root_folder>{.text = "Folder for new series: its path or its number.",
                                 .example = "/tv",
                                 .required = true},
      Note<&Sonarr::quality_profile>{.text = "Quality profile: its name or its number.",
                                     .example = "HD-1080p",
                                     .required = true},
      Note<&Sonarr::language_profile>{
          .text = "Language profile: its name or its number. Only Sonarr 3 has them.",
          .example = "English"},
      Note<&Sonarr::monitor>{.text = "Which episodes are watched for."},
      Note<&Sonarr::search_on_add>{.text = "Whether missing episodes are searched at once."},
      Note<&Sonarr::tags>{.text = "Tags of new series: names or numbers.",
                          .example = "[auto-sync]"},
      Note<&Sonarr::create_tags>{.text = "Whether tags that do not exist are created."},
      Note<&Sonarr::series_type>{.text = "How episodes are numbered."},
      Note<&Sonarr::season_folder>{.text = "Whether each season gets a folder."},
      Note<&Sonarr::min_free_space>{
          .text = "While the root folder has less than this, nothing is added.",
          .example = "100GB"},
      Note<&Sonarr::pace>{.spread = true},
      Note<&Sonarr::lookups_in_flight>{.text = "Lookups at the same time; they are slow."},
      Note<&Sonarr::dry_run>{.text = "Whether nothing is sent to this instance."},
      Note<&Sonarr::trust>{.spread = true},
  };
}

}  // namespace sievarr::config

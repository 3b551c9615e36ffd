#pragma once

#include <sievarr/target/target.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/size.hpp>
#include <sievarr/value/span_of_time.hpp>
#include <sievarr/value/url.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace sievarr::config {

/// One Sonarr, and how series are added to it.
struct Instance {
  std::string name = "sonarr";
  value::Url url;
  value::Secret api_key;
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
  value::SpanOfTime timeout{std::chrono::seconds{60}};
  value::Bounded<int, 1, 8, 2> lookups_in_flight;
  bool dry_run = false;
  bool verify_tls = true;
  std::optional<std::string> ca_file;
};
BOOST_DESCRIBE_STRUCT(Instance, (),
                      (name, url, api_key, root_folder, quality_profile, language_profile, monitor,
                       search_on_add, tags, create_tags, series_type, season_folder, min_free_space,
                       timeout, lookups_in_flight, dry_run, verify_tls, ca_file))

constexpr auto notes_of(reflect::Of<Instance>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Instance::name>{.text = "Its name in routes, metrics and messages; must be unique."},
      Note<&Instance::url>{.text = "Address, with the URL base if there is one.",
                           .example = "http://sonarr:8989",
                           .required = true},
      Note<&Instance::api_key>{
          .text = "Key of its API.", .example = "${SONARR_API_KEY}", .required = true},
      Note<&Instance::root_folder>{.text = "Folder for new series: its path or its number.",
                                   .example = "/tv",
                                   .required = true},
      Note<&Instance::quality_profile>{.text = "Quality profile: its name or its number.",
                                       .example = "HD-1080p",
                                       .required = true},
      Note<&Instance::language_profile>{
          .text = "Language profile: its name or its number. Only Sonarr 3 has them.",
          .example = "English"},
      Note<&Instance::monitor>{.text = "Which episodes are watched for."},
      Note<&Instance::search_on_add>{.text = "Whether missing episodes are searched at once."},
      Note<&Instance::tags>{.text = "Tags of new series: names or numbers.",
                            .example = "[auto-sync]"},
      Note<&Instance::create_tags>{.text = "Whether tags that do not exist are created."},
      Note<&Instance::series_type>{.text = "How episodes are numbered."},
      Note<&Instance::season_folder>{.text = "Whether each season gets a folder."},
      Note<&Instance::min_free_space>{
          .text = "While the root folder has less than this, nothing is added.",
          .example = "100GB"},
      Note<&Instance::timeout>{.text = "Longest wait for an answer."},
      Note<&Instance::lookups_in_flight>{.text = "Lookups at the same time; they are slow."},
      Note<&Instance::dry_run>{.text = "Whether nothing is sent to this instance."},
      Note<&Instance::verify_tls>{.text = "Whether the server must prove who it is."},
      Note<&Instance::ca_file>{.text = "Certificates to trust instead of the system's.",
                               .example = "/config/ca.pem"},
  };
}

}  // namespace sievarr::config

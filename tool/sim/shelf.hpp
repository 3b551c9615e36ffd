#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/show.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::sim {

class World;

struct RootFolder {
  std::int64_t id = 1;
  std::string path = "/tv";
  std::int64_t free_space = 2'000'000'000'000;
  bool accessible = true;
};

/// A profile or a tag: whatever has a number and a name.
struct Named {
  std::int64_t id = 0;
  std::string name;
};

/// A series as it stands in the library, and how it was asked to be added.
struct Series {
  std::int64_t id = 0;
  Show show;  ///< With its number at TheTVDB.
  std::string path = {};
  std::int64_t quality_profile = 1;
  std::int64_t language_profile = 1;
  std::string monitor = "all";
  std::string series_type = "standard";
  std::set<std::int64_t> tags = {};
  bool monitored = true;
  bool season_folder = true;
  bool search = false;
  Instant added{};
};

/// What a Sonarr is and holds. A test changes it as people, disks and networks would.
struct Shelf {
  enum class Stage : std::uint8_t { starting, running };
  enum class Metadata : std::uint8_t { down, up };

  std::string version = "4.0.19.2979";
  std::string api_key = "0123456789abcdef0123456789abcdef";
  std::string url_base = {};  ///< Such as /sonarr.
  Stage stage = Stage::running;
  Metadata metadata = Metadata::up;
  std::vector<RootFolder> root_folders = {{.id = 1}, {.id = 2, .path = "/anime"}};
  std::vector<Named> quality_profiles = {{1, "Any"}, {4, "HD-1080p"}, {5, "Ultra-HD"}};
  std::vector<Named> language_profiles = {{1, "English"}, {2, "German"}};  ///< Of version 3.
  std::vector<Named> tags = {{1, "auto-sync"}};
  std::set<std::int64_t> excluded = {};  ///< From import lists, by number at TheTVDB.
  std::vector<Series> series = {};       ///< In the order of their ids.
  std::set<std::int64_t> unknown = {};   ///< Numbers that the metadata service has not.
  int unknown_permille = 0;              ///< And this part of all others.
  std::string surplus = {};              ///< Members that a newer version adds to a lookup.
};

/// The first number of a version.
int major(Shelf const& shelf);

Series const* find_series(Shelf const& shelf, std::int64_t tvdb_id);

/// Puts a series into the library, as somebody at its page would; what is there already stays.
void shelve(Shelf& shelf, Series series);
void unshelve(Shelf& shelf, std::int64_t tvdb_id);

/// Puts so many series into the library: those of the world, then some that it has not.
void stock(Shelf& shelf, World& world, std::size_t count);

}  // namespace sievarr::sim

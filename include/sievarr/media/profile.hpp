#pragma once

#include <sievarr/media/quality.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// A quality of a profile, or a group of them, worst first.
struct ProfileItem {
  std::int64_t group_id = 0;  ///< 0 where it is a single quality.
  std::string name = {};      ///< Of a group.
  std::optional<Quality> quality = {};
  bool allowed = false;
  std::vector<ProfileItem> items = {};

  bool operator==(ProfileItem const&) const = default;
};

/// What a custom format is worth in a profile.
struct FormatScore {
  std::int64_t format_id = 0;
  std::string name = {};
  std::int32_t score = 0;

  bool operator==(FormatScore const&) const = default;
};

/// Which qualities and formats a server wants, and when it has enough.
struct QualityProfile {
  std::int64_t id = 0;
  std::string name = {};
  bool upgrade_allowed = false;
  std::int64_t cutoff = 0;  ///< Number of a quality, or of a group.
  std::vector<ProfileItem> items = {};
  std::int32_t min_format_score = 0;
  std::int32_t cutoff_format_score = 0;
  std::optional<std::int32_t> min_upgrade_format_score = {};  ///< None in older servers.
  std::vector<FormatScore> format_scores = {};
  std::optional<Language> language = {};  ///< Only of movies.

  bool operator==(QualityProfile const&) const = default;
};

}  // namespace sievarr::media

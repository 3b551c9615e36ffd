#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/quality.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// What a release has of a season. Unknown too where a server does not say.
enum class ReleaseType : std::uint8_t { unknown, single_episode, multi_episode, season_pack };

/// What a server found inside a file, which it calls its media info.
struct MediaStreams {
  std::string video_codec = {};
  std::int64_t video_bitrate = 0;
  std::int32_t video_bit_depth = 0;
  double video_fps = 0;
  std::string dynamic_range = {};       ///< "HDR"
  std::string dynamic_range_type = {};  ///< "DV HDR10"
  std::string resolution = {};          ///< "3840x2160"
  std::string scan_type = {};
  std::optional<std::chrono::seconds> run_time = {};
  std::string audio_codec = {};
  std::int64_t audio_bitrate = 0;
  double audio_channels = 0;  ///< 5.1
  std::int32_t audio_stream_count = 0;
  std::string audio_languages = {};  ///< "eng/ger"
  std::string subtitles = {};

  bool operator==(MediaStreams const&) const = default;
};

/// A file of an episode or of a movie. Which episodes it has, they say themselves.
struct File {
  std::int64_t id = 0;
  std::int64_t owner_id = 0;                       ///< The series or the movie.
  std::optional<std::int32_t> season_number = {};  ///< None for movies.
  std::string relative_path = {};
  std::string path = {};
  std::optional<std::string> original_path = {};
  std::optional<std::string> scene_name = {};
  std::optional<std::string> release_group = {};
  std::optional<std::string> edition = {};
  std::int64_t size = 0;
  std::optional<Instant> added = {};
  FileQuality quality = {};
  std::vector<Language> languages = {};
  std::vector<std::int64_t> format_ids = {};
  std::optional<std::int32_t> score = {};  ///< None where the server did not say, which is not 0.
  std::optional<bool> cutoff_not_met = {};
  std::int64_t indexer_flags = 0;
  ReleaseType release_type = ReleaseType::unknown;
  std::optional<MediaStreams> streams = {};

  bool operator==(File const&) const = default;
};

}  // namespace sievarr::media

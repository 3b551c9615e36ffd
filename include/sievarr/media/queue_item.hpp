#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/quality.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// How a release is fetched.
enum class Protocol : std::uint8_t { unknown, usenet, torrent };

/// What becomes of a download, as its client says.
enum class QueueStatus : std::uint8_t {
  unknown,
  queued,
  paused,
  downloading,
  completed,
  failed,
  warning,
  delay,
  client_unavailable,
  fallback,
};

/// Whether anything is wrong with a download; unknown while it waits to be sent to a client.
enum class DownloadHealth : std::uint8_t { unknown, ok, warning, error };

/// How far a server is with a download; unknown while it waits to be sent to a client.
enum class DownloadState : std::uint8_t {
  unknown,
  downloading,
  import_blocked,
  import_pending,
  importing,
  imported,
  failed_pending,
  failed,
  ignored,
};

/// A download that a server waits for. Sonarr has one for each episode of it.
struct QueueItem {
  std::int64_t id = 0;  ///< Stable, but no number of a row.
  std::optional<std::int64_t> series_id = {};
  std::vector<std::int64_t> episode_ids = {};
  std::vector<std::int64_t> season_numbers = {};
  std::optional<std::int64_t> movie_id = {};
  std::string title = {};
  FileQuality quality = {};
  std::vector<Language> languages = {};
  std::vector<std::int64_t> format_ids = {};
  std::optional<std::int32_t> score = {};
  std::int64_t size = 0;
  std::int64_t size_left = 0;
  std::optional<std::chrono::seconds> time_left = {};
  std::optional<Instant> estimated_completion = {};
  std::optional<Instant> added = {};
  QueueStatus status = QueueStatus::unknown;
  DownloadHealth health = DownloadHealth::unknown;
  DownloadState state = DownloadState::unknown;
  std::vector<std::string> messages = {};
  std::optional<std::string> error = {};
  std::optional<std::string> download_id = {};  ///< None while it waits to be sent to a client.
  Protocol protocol = Protocol::unknown;
  std::optional<std::string> download_client = {};
  std::optional<std::string> indexer = {};
  std::optional<std::string> output_path = {};

  bool operator==(QueueItem const&) const = default;
};

/// How many downloads a server waits for.
struct QueueCounts {
  std::int32_t total = 0;
  std::int32_t known = 0;
  std::int32_t unknown = 0;
  bool errors = false;
  bool warnings = false;

  bool operator==(QueueCounts const&) const = default;
};

}  // namespace sievarr::media

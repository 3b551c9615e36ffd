#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/file.hpp>
#include <sievarr/media/quality.hpp>
#include <sievarr/media/queue_item.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// What happened to an episode or a movie.
enum class HistoryEventType : std::uint8_t {
  unknown,
  grabbed,
  folder_imported,
  imported,
  download_failed,
  file_deleted,
  file_renamed,
  download_ignored,
  disk_scan_imported,
};

/// Why a release was grabbed.
enum class ReleaseSource : std::uint8_t {
  unknown,
  rss,
  search,               ///< The server searched by itself.
  user_invoked_search,  ///< A person or a program asked it to.
  interactive_search,
  release_push,
};

/// Why a file was deleted; none where an event deleted nothing.
enum class DeleteReason : std::uint8_t { none, upgrade, manual, missing_from_disk, unknown };

/// An event of a server's history, as far as it tells what became of a search and what a person
/// wants to see.
struct HistoryEvent {
  std::int64_t id = 0;
  HistoryEventType type = HistoryEventType::unknown;
  std::optional<Instant> date = {};
  std::optional<std::int64_t> series_id = {};
  std::optional<std::int64_t> episode_id = {};
  std::optional<std::int64_t> movie_id = {};
  std::string source_title = {};
  std::optional<std::string> download_id = {};  ///< None for a blackhole's grab.
  FileQuality quality = {};
  std::vector<Language> languages = {};
  std::optional<std::int32_t> score = {};  ///< As it was then.
  ReleaseSource release_source = ReleaseSource::unknown;
  ReleaseType release_type = ReleaseType::unknown;
  DeleteReason reason = DeleteReason::none;
  Protocol protocol = Protocol::unknown;
  std::optional<std::string> indexer = {};
  std::optional<std::string> release_group = {};
  std::optional<std::string> download_client = {};
  std::optional<std::string> message = {};
  std::optional<std::string> guid = {};
  std::optional<std::string> imported_path = {};
  std::optional<std::int64_t> file_id = {};
  std::optional<std::int64_t> size = {};  ///< Of the whole download, for each episode of a pack.
  std::optional<Instant> published = {};

  bool operator==(HistoryEvent const&) const = default;
};

}  // namespace sievarr::media

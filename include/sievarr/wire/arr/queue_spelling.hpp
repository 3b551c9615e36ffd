#pragma once

#include <sievarr/media/queue_item.hpp>
#include <sievarr/wire/arr/quality_spelling.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::Protocol> {
  using Type = media::Protocol;
  static constexpr std::array words{
      Word<Type>{"unknown", Type::unknown, 0},
      Word<Type>{"usenet", Type::usenet, 1},
      Word<Type>{"torrent", Type::torrent, 2},
  };
};

template <>
struct Spelling<media::QueueStatus> {
  using Type = media::QueueStatus;
  static constexpr std::array words{
      Word<Type>{"queued", Type::queued},
      Word<Type>{"paused", Type::paused},
      Word<Type>{"downloading", Type::downloading},
      Word<Type>{"completed", Type::completed},
      Word<Type>{"failed", Type::failed},
      Word<Type>{"warning", Type::warning},
      Word<Type>{"delay", Type::delay},
      Word<Type>{"downloadClientUnavailable", Type::client_unavailable},
      Word<Type>{"fallback", Type::fallback},
  };
};

template <>
struct Spelling<media::DownloadHealth> {
  using Type = media::DownloadHealth;
  static constexpr std::array words{
      Word<Type>{"ok", Type::ok},
      Word<Type>{"warning", Type::warning},
      Word<Type>{"error", Type::error},
  };
};

template <>
struct Spelling<media::DownloadState> {
  using Type = media::DownloadState;
  static constexpr std::array words{
      Word<Type>{"downloading", Type::downloading},
      Word<Type>{"importBlocked", Type::import_blocked},
      Word<Type>{"importPending", Type::import_pending},
      Word<Type>{"importing", Type::importing},
      Word<Type>{"imported", Type::imported},
      Word<Type>{"failedPending", Type::failed_pending},
      Word<Type>{"failed", Type::failed},
      Word<Type>{"ignored", Type::ignored},
  };
};

/// Reads bytes, which some write with a fraction.
template <auto Member>
void read_bytes(Values& values, decltype(owner_of(Member))& object) {
  values.read_bytes(object.*Member);
}

/// Reads [{"title":"x.mkv","messages":["Not an upgrade"]}]: the messages alone.
inline void read_status_messages(Values& values, media::QueueItem& item) {
  item.messages.clear();
  values.each_item([&] {
    values.each_member([&](std::string_view key) {
      if (key != "messages") return values.reader().skip_value();
      std::vector<std::string> more;
      values.read(more);
      item.messages.insert(item.messages.end(), more.begin(), more.end());
    });
  });
}

template <>
struct Spelling<media::QueueItem> {
  using Type = media::QueueItem;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"seriesId", into<&Type::series_id>},
      Key<Type>{"episodeId", read_one_number<&Type::episode_ids>},
      Key<Type>{"episodeIds", into<&Type::episode_ids>},  // Sonarr's newer API
      Key<Type>{"seasonNumber", read_one_number<&Type::season_numbers>},
      Key<Type>{"seasonNumbers", into<&Type::season_numbers>},
      Key<Type>{"movieId", into<&Type::movie_id>},
      Key<Type>{"title", into<&Type::title>},
      Key<Type>{"quality", into<&Type::quality>},
      Key<Type>{"languages", into<&Type::languages>},
      Key<Type>{"language", read_one_language<&Type::languages>},
      Key<Type>{"customFormats", read_ids<&Type::format_ids>},
      Key<Type>{"customFormatScore", into<&Type::score>},
      Key<Type>{"size", read_bytes<&Type::size>},
      Key<Type>{"sizeleft", read_bytes<&Type::size_left>},
      Key<Type>{"sizeLeft", read_bytes<&Type::size_left>},
      Key<Type>{"timeleft", into<&Type::time_left>},
      Key<Type>{"timeLeft", into<&Type::time_left>},
      Key<Type>{"estimatedCompletionTime", into<&Type::estimated_completion>},
      Key<Type>{"added", into<&Type::added>},
      Key<Type>{"status", into<&Type::status>},
      Key<Type>{"trackedDownloadStatus", into<&Type::health>},
      Key<Type>{"trackedDownloadState", into<&Type::state>},
      Key<Type>{"statusMessages", read_status_messages},
      Key<Type>{"errorMessage", into<&Type::error>},
      Key<Type>{"downloadId", into<&Type::download_id>},
      Key<Type>{"protocol", into<&Type::protocol>},
      Key<Type>{"downloadClient", into<&Type::download_client>},
      Key<Type>{"indexer", into<&Type::indexer>},
      Key<Type>{"outputPath", into<&Type::output_path>},
  };

  static std::string_view lacks(Type const& item) {
    return item.id == 0 ? "the download has no number" : std::string_view{};
  }
};

template <>
struct Spelling<media::QueueCounts> {
  using Type = media::QueueCounts;
  static constexpr std::array keys{
      Key<Type>{"totalCount", into<&Type::total>},     Key<Type>{"count", into<&Type::known>},
      Key<Type>{"unknownCount", into<&Type::unknown>}, Key<Type>{"errors", into<&Type::errors>},
      Key<Type>{"warnings", into<&Type::warnings>},
  };
};

}  // namespace sievarr::wire::arr

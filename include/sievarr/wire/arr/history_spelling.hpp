#pragma once

#include <sievarr/media/history_event.hpp>
#include <sievarr/wire/arr/file_spelling.hpp>
#include <sievarr/wire/arr/queue_spelling.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::HistoryEventType> {
  using Type = media::HistoryEventType;
  static constexpr std::int64_t none = Word<Type>::no_number;
  static constexpr std::array words{
      Word<Type>{"unknown", Type::unknown, 0},
      Word<Type>{"grabbed", Type::grabbed, 1},
      Word<Type>{"seriesFolderImported", Type::folder_imported, 2, none},
      Word<Type>{"movieFolderImported", Type::folder_imported, none, 7},
      Word<Type>{"downloadFolderImported", Type::imported, 3},
      Word<Type>{"downloadFailed", Type::download_failed, 4},
      Word<Type>{"episodeFileDeleted", Type::file_deleted, 5, none},
      Word<Type>{"movieFileDeleted", Type::file_deleted, none, 6},
      Word<Type>{"episodeFileRenamed", Type::file_renamed, 6, none},
      Word<Type>{"movieFileRenamed", Type::file_renamed, none, 8},
      Word<Type>{"downloadIgnored", Type::download_ignored, 7, 9},
      Word<Type>{"diskScanImported", Type::disk_scan_imported, none, 10},
  };
};

template <>
struct Spelling<media::ReleaseSource> {
  using Type = media::ReleaseSource;
  static constexpr std::array words{
      Word<Type>{"rss", Type::rss},
      Word<Type>{"search", Type::search},
      Word<Type>{"userInvokedSearch", Type::user_invoked_search},
      Word<Type>{"interactiveSearch", Type::interactive_search},
      Word<Type>{"releasePush", Type::release_push},
  };
};

template <>
struct Spelling<media::DeleteReason> {
  using Type = media::DeleteReason;
  static constexpr std::array words{
      Word<Type>{"upgrade", Type::upgrade},
      Word<Type>{"manual", Type::manual},
      Word<Type>{"missingFromDisk", Type::missing_from_disk},
  };
};

/// Reads a word that is a number in quotes: all that stands in "data" is text.
template <auto Member>
void read_quoted_number(Values& values, decltype(owner_of(Member))& object) {
  using Word = std::remove_reference_t<decltype(object.*Member)>;
  std::optional<std::int64_t> number;
  values.read(number);
  object.*Member = number ? number_value<Word>(*number, values.family()) : Word::unknown;
}

/// What a server says of an event beside what all events have.
struct EventDetails {
  media::HistoryEvent& event;
};

template <auto Member>
void detail(Values& values, EventDetails& details) {
  read_value(values, details.event.*Member);
}

template <>
struct Spelling<EventDetails> {
  using Type = EventDetails;
  using Event = media::HistoryEvent;
  static constexpr std::array keys{
      Key<Type>{"customFormatScore", detail<&Event::score>},
      Key<Type>{"releaseSource", detail<&Event::release_source>},
      Key<Type>{"releaseType", detail<&Event::release_type>},
      Key<Type>{"reason", detail<&Event::reason>},
      Key<Type>{"indexer", detail<&Event::indexer>},
      Key<Type>{"releaseGroup", detail<&Event::release_group>},
      Key<Type>{"downloadClientName", detail<&Event::download_client>},
      Key<Type>{"message", detail<&Event::message>},
      Key<Type>{"guid", detail<&Event::guid>},
      Key<Type>{"importedPath", detail<&Event::imported_path>},
      Key<Type>{"fileId", detail<&Event::file_id>},
      Key<Type>{"size", detail<&Event::size>},
      Key<Type>{"publishedDate", detail<&Event::published>},
      Key<Type>{"protocol",
                [](Values& values, Type& details) {
                  read_quoted_number<&Event::protocol>(values, details.event);
                }},
  };
};

inline void read_event_details(Values& values, media::HistoryEvent& event) {
  EventDetails details{event};
  read_object(values, details);
}

template <>
struct Spelling<media::HistoryEvent> {
  using Type = media::HistoryEvent;
  // The score beside "data" is that of today.
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"eventType", into<&Type::type>},
      Key<Type>{"date", into<&Type::date>},
      Key<Type>{"seriesId", into<&Type::series_id>},
      Key<Type>{"episodeId", into<&Type::episode_id>},
      Key<Type>{"movieId", into<&Type::movie_id>},
      Key<Type>{"sourceTitle", into<&Type::source_title>},
      Key<Type>{"downloadId", into<&Type::download_id>},
      Key<Type>{"quality", into<&Type::quality>},
      Key<Type>{"languages", into<&Type::languages>},
      Key<Type>{"language", read_one_language<&Type::languages>},
      Key<Type>{"data", read_event_details},
  };

  static std::string_view lacks(Type const& event) {
    if (event.id <= 0) return "the event has no number";
    return event.date ? std::string_view{} : "the event has no date";
  }
};

}  // namespace sievarr::wire::arr

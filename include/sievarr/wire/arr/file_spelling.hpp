#pragma once

#include <sievarr/media/file.hpp>
#include <sievarr/wire/arr/quality_spelling.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <string_view>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::ReleaseType> {
  using Type = media::ReleaseType;
  static constexpr std::array words{
      Word<Type>{"unknown", Type::unknown, 0},
      Word<Type>{"singleEpisode", Type::single_episode, 1},
      Word<Type>{"multiEpisode", Type::multi_episode, 2},
      Word<Type>{"seasonPack", Type::season_pack, 3},
  };
};

template <>
struct Spelling<media::MediaStreams> {
  using Type = media::MediaStreams;
  static constexpr std::array keys{
      Key<Type>{"videoCodec", into<&Type::video_codec>},
      Key<Type>{"videoBitrate", into<&Type::video_bitrate>},
      Key<Type>{"videoBitDepth", into<&Type::video_bit_depth>},
      Key<Type>{"videoFps", into<&Type::video_fps>},
      Key<Type>{"videoDynamicRange", into<&Type::dynamic_range>},
      Key<Type>{"videoDynamicRangeType", into<&Type::dynamic_range_type>},
      Key<Type>{"resolution", into<&Type::resolution>},
      Key<Type>{"scanType", into<&Type::scan_type>},
      Key<Type>{"runTime", into<&Type::run_time>},
      Key<Type>{"audioCodec", into<&Type::audio_codec>},
      Key<Type>{"audioBitrate", into<&Type::audio_bitrate>},
      Key<Type>{"audioChannels", into<&Type::audio_channels>},
      Key<Type>{"audioStreamCount", into<&Type::audio_stream_count>},
      Key<Type>{"audioLanguages", into<&Type::audio_languages>},
      Key<Type>{"subtitles", into<&Type::subtitles>},
  };
};

template <>
struct Spelling<media::File> {
  using Type = media::File;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"seriesId", into<&Type::owner_id>},
      Key<Type>{"movieId", into<&Type::owner_id>},
      Key<Type>{"seasonNumber", into<&Type::season_number>},
      Key<Type>{"relativePath", into<&Type::relative_path>},
      Key<Type>{"path", into<&Type::path>},
      Key<Type>{"originalFilePath", into<&Type::original_path>},
      Key<Type>{"sceneName", into<&Type::scene_name>},
      Key<Type>{"releaseGroup", into<&Type::release_group>},
      Key<Type>{"edition", into<&Type::edition>},
      Key<Type>{"size", into<&Type::size>},
      Key<Type>{"dateAdded", into<&Type::added>},
      Key<Type>{"quality", into<&Type::quality>},
      Key<Type>{"languages", into<&Type::languages>},
      Key<Type>{"language", read_one_language<&Type::languages>},
      Key<Type>{"customFormats", read_ids<&Type::format_ids>},
      Key<Type>{"customFormatScore", into<&Type::score>},
      Key<Type>{"qualityCutoffNotMet", into<&Type::cutoff_not_met>},
      Key<Type>{"indexerFlags", into<&Type::indexer_flags>},
      Key<Type>{"releaseType", into<&Type::release_type>},
      Key<Type>{"mediaInfo", into<&Type::streams>},
  };

  static std::string_view lacks(Type const& file) {
    if (file.id <= 0) return "the file has no number";
    bool const is_somewhere = !file.path.empty() || !file.relative_path.empty();
    return is_somewhere ? std::string_view{} : "the file has no path";
  }
};

}  // namespace sievarr::wire::arr

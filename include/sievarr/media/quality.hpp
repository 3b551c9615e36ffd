#pragma once

#include <cstdint>
#include <string>

namespace sievarr::media {

/// Where a release was taken from. Each server knows a part of them; what Sonarr calls web and
/// Radarr webdl is one.
enum class QualitySource : std::uint8_t {
  unknown,
  cam,
  telesync,
  telecine,
  workprint,
  television,
  television_raw,
  web,
  web_rip,
  dvd,
  bluray,
  bluray_raw,
};

/// What Radarr says beside the source; none where a server says nothing of the kind.
enum class QualityModifier : std::uint8_t {
  none,
  regional,
  screener,
  raw_hd,
  br_disk,
  remux,
  unknown,
};

/// A quality as profiles name it: "WEBDL-1080p".
struct Quality {
  std::int64_t id = 0;  ///< 0 is the quality that is called Unknown.
  std::string name = {};
  QualitySource source = QualitySource::unknown;
  QualityModifier modifier = QualityModifier::none;
  std::int32_t resolution = 0;  ///< Lines; 0 where it is not known.

  bool operator==(Quality const&) const = default;
};

/// How often a release was mended: a proper is version 2.
struct Revision {
  std::int32_t version = 1;
  std::int32_t real = 0;
  bool is_repack = false;

  bool operator==(Revision const&) const = default;
};

/// The quality of a file or a release.
struct FileQuality {
  Quality quality = {};
  Revision revision = {};

  bool operator==(FileQuality const&) const = default;
};

/// A language by its number at the servers; -1 is any, -2 is the original one.
struct Language {
  std::int64_t id = 0;
  std::string name = {};

  bool operator==(Language const&) const = default;
};

/// How large a file of a quality may be, in megabytes a minute.
struct QualityDefinition {
  std::int64_t id = 0;
  Quality quality = {};
  std::string title = {};
  std::int32_t weight = 0;
  double min_size = 0;
  double max_size = 0;  ///< 0 where there is no limit.
  double preferred_size = 0;

  bool operator==(QualityDefinition const&) const = default;
};

}  // namespace sievarr::media

#pragma once

#include <sievarr/media/profile.hpp>
#include <sievarr/wire/arr/quality_spelling.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <string_view>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::ProfileItem> {
  using Type = media::ProfileItem;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::group_id>},     Key<Type>{"name", into<&Type::name>},
      Key<Type>{"quality", into<&Type::quality>}, Key<Type>{"allowed", into<&Type::allowed>},
      Key<Type>{"items", into<&Type::items>},
  };
};

template <>
struct Spelling<media::FormatScore> {
  using Type = media::FormatScore;
  static constexpr std::array keys{
      Key<Type>{"format", into<&Type::format_id>},
      Key<Type>{"name", into<&Type::name>},
      Key<Type>{"score", into<&Type::score>},
  };
};

template <>
struct Spelling<media::QualityProfile> {
  using Type = media::QualityProfile;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"name", into<&Type::name>},
      Key<Type>{"upgradeAllowed", into<&Type::upgrade_allowed>},
      Key<Type>{"cutoff", into<&Type::cutoff>},
      Key<Type>{"items", into<&Type::items>},
      Key<Type>{"minFormatScore", into<&Type::min_format_score>},
      Key<Type>{"cutoffFormatScore", into<&Type::cutoff_format_score>},
      Key<Type>{"minUpgradeFormatScore", into<&Type::min_upgrade_format_score>},
      Key<Type>{"formatItems", into<&Type::format_scores>},
      Key<Type>{"language", into<&Type::language>},
  };

  static std::string_view lacks(Type const& profile) {
    return profile.id <= 0 ? "the quality profile has no number" : std::string_view{};
  }
};

}  // namespace sievarr::wire::arr

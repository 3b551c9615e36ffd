#pragma once

#include <sievarr/media/quality.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::QualitySource> {
  using Type = media::QualitySource;
  static constexpr std::int64_t none = Word<Type>::no_number;
  static constexpr std::array words{
      Word<Type>{"unknown", Type::unknown, 0},
      Word<Type>{"cam", Type::cam, none, 1},
      Word<Type>{"telesync", Type::telesync, none, 2},
      Word<Type>{"telecine", Type::telecine, none, 3},
      Word<Type>{"workprint", Type::workprint, none, 4},
      Word<Type>{"dvd", Type::dvd, 5},
      Word<Type>{"television", Type::television, 1, none},
      Word<Type>{"tv", Type::television, none, 6},
      Word<Type>{"televisionRaw", Type::television_raw, 2, none},
      Word<Type>{"web", Type::web, 3, none},
      Word<Type>{"webdl", Type::web, none, 7},
      Word<Type>{"webRip", Type::web_rip, 4, 8},
      Word<Type>{"bluray", Type::bluray, 6, 9},
      Word<Type>{"blurayRaw", Type::bluray_raw, 7, none},
  };
};

template <>
struct Spelling<media::QualityModifier> {
  using Type = media::QualityModifier;
  static constexpr std::array words{
      Word<Type>{"none", Type::none, 0},         Word<Type>{"regional", Type::regional, 1},
      Word<Type>{"screener", Type::screener, 2}, Word<Type>{"rawhd", Type::raw_hd, 3},
      Word<Type>{"brdisk", Type::br_disk, 4},    Word<Type>{"remux", Type::remux, 5},
  };
};

template <>
struct Spelling<media::Quality> {
  using Type = media::Quality;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"name", into<&Type::name>},
      Key<Type>{"source", into<&Type::source>},
      Key<Type>{"modifier", into<&Type::modifier>},
      Key<Type>{"resolution", into<&Type::resolution>},
  };
};

template <>
struct Spelling<media::Revision> {
  using Type = media::Revision;
  static constexpr std::array keys{
      Key<Type>{"version", into<&Type::version>},
      Key<Type>{"real", into<&Type::real>},
      Key<Type>{"isRepack", into<&Type::is_repack>},
  };
};

template <>
struct Spelling<media::FileQuality> {
  using Type = media::FileQuality;
  static constexpr std::array keys{
      Key<Type>{"quality", into<&Type::quality>},
      Key<Type>{"revision", into<&Type::revision>},
  };
};

template <>
struct Spelling<media::Language> {
  using Type = media::Language;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"name", into<&Type::name>},
  };
};

template <>
struct Spelling<media::QualityDefinition> {
  using Type = media::QualityDefinition;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"quality", into<&Type::quality>},
      Key<Type>{"title", into<&Type::title>},
      Key<Type>{"weight", into<&Type::weight>},
      Key<Type>{"minSize", into<&Type::min_size>},
      Key<Type>{"maxSize", into<&Type::max_size>},
      Key<Type>{"preferredSize", into<&Type::preferred_size>},
  };
};

/// Sonarr 3 says one language where later ones have a list.
template <auto Member>
void read_one_language(Values& values, decltype(owner_of(Member))& object) {
  std::optional<media::Language> language;
  read_value(values, language);
  if (language) object.*Member = {*language};
}

/// Reads the numbers of the objects of a list: [{"id":12,"name":"WEB Tier 01"}].
template <auto Member>
void read_ids(Values& values, decltype(owner_of(Member))& object) {
  auto& ids = object.*Member;
  ids.clear();
  values.each_item([&] {
    std::optional<std::int64_t> id;
    values.each_member([&](std::string_view key) {
      key == "id" ? values.read(id) : values.reader().skip_value();
    });
    if (id) ids.push_back(*id);
  });
}

}  // namespace sievarr::wire::arr

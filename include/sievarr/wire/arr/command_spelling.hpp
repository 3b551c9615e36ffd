#pragma once

#include <sievarr/media/command.hpp>
#include <sievarr/wire/arr/spelling.hpp>

#include <array>
#include <string_view>

namespace sievarr::wire::arr {

template <>
struct Spelling<media::CommandStatus> {
  using Type = media::CommandStatus;
  static constexpr std::array words{
      Word<Type>{"queued", Type::queued},       Word<Type>{"started", Type::started},
      Word<Type>{"completed", Type::completed}, Word<Type>{"failed", Type::failed},
      Word<Type>{"aborted", Type::aborted},     Word<Type>{"cancelled", Type::cancelled},
      Word<Type>{"orphaned", Type::orphaned},
  };
};

template <>
struct Spelling<media::CommandResult> {
  using Type = media::CommandResult;
  static constexpr std::array words{
      Word<Type>{"successful", Type::successful},
      Word<Type>{"unsuccessful", Type::unsuccessful},
      Word<Type>{"indeterminate", Type::indeterminate},
  };
};

template <>
struct Spelling<media::CommandScope> {
  using Type = media::CommandScope;
  static constexpr std::array keys{
      Key<Type>{"seriesId", into<&Type::series_id>},
      Key<Type>{"seasonNumber", into<&Type::season_number>},
      Key<Type>{"episodeIds", into<&Type::episode_ids>},
      Key<Type>{"seriesIds", into<&Type::series_ids>},
      Key<Type>{"movieIds", into<&Type::movie_ids>},
      Key<Type>{"movieId", read_one_number<&Type::movie_ids>},
      Key<Type>{"monitored", into<&Type::monitored>},
  };
};

template <>
struct Spelling<media::Command> {
  using Type = media::Command;
  static constexpr std::array keys{
      Key<Type>{"id", into<&Type::id>},
      Key<Type>{"name", into<&Type::name>},
      Key<Type>{"body", into<&Type::scope>},
      Key<Type>{"status", into<&Type::status>},
      Key<Type>{"result", into<&Type::result>},
      Key<Type>{"message", into<&Type::message>},
      Key<Type>{"exception", into<&Type::exception>},
      Key<Type>{"queued", into<&Type::queued>},
      Key<Type>{"started", into<&Type::started>},
      Key<Type>{"ended", into<&Type::ended>},
      Key<Type>{"duration", into<&Type::duration>},
      Key<Type>{"trigger", into<&Type::trigger>},
      Key<Type>{"clientUserAgent", into<&Type::user_agent>},
  };

  static std::string_view lacks(Type const& command) {
    if (command.id <= 0) return "the command has no number";
    return command.name.empty() ? "the command has no name" : std::string_view{};
  }
};

}  // namespace sievarr::wire::arr

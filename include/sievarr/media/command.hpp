#pragma once

#include <sievarr/base/instant.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::media {

/// How far a server is with a command; orphaned is what was running when it was restarted.
enum class CommandStatus : std::uint8_t {
  unknown,
  queued,
  started,
  completed,
  failed,
  aborted,
  cancelled,
  orphaned,
};

/// What a server says of a command that is over; unknown too where it does not remember.
enum class CommandResult : std::uint8_t { unknown, successful, unsuccessful, indeterminate };

/// What a command is about, as the server keeps it. Whether this is what was asked for tells
/// whether it was accepted.
struct CommandScope {
  std::optional<std::int64_t> series_id = {};
  std::optional<std::int64_t> season_number = {};
  std::vector<std::int64_t> episode_ids = {};
  std::vector<std::int64_t> series_ids = {};
  std::vector<std::int64_t> movie_ids = {};
  std::optional<bool> monitored = {};

  bool operator==(CommandScope const&) const = default;
};

/// Something that a server was told to do, or does by itself.
struct Command {
  std::int64_t id = 0;
  std::string name = {};
  CommandScope scope = {};
  CommandStatus status = CommandStatus::unknown;
  CommandResult result = CommandResult::unknown;
  std::string message = {};  ///< Only for some minutes after its end.
  std::optional<std::string> exception = {};
  std::optional<Instant> queued = {};
  std::optional<Instant> started = {};
  std::optional<Instant> ended = {};
  std::optional<std::chrono::seconds> duration = {};
  std::string trigger = {};                    ///< "manual"
  std::optional<std::string> user_agent = {};  ///< Of whoever asked, if it said who it is.

  bool operator==(Command const&) const = default;
};

}  // namespace sievarr::media

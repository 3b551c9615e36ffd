#pragma once

#include "os/clock.hpp"

#include <sievarr/config/logging.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::log {

using Level = config::LogLevel;

/// Something that a line says beside its message. Whatever comes from outside stands in one.
struct Field {
  std::string_view name;
  std::variant<std::string, std::int64_t> value;

  Field(std::string_view called, std::string text) : name(called), value(std::move(text)) {}
  template <std::integral Number>
  Field(std::string_view called, Number number)
      : name(called), value(static_cast<std::int64_t>(number)) {}
};

using Fields = std::vector<Field>;

/// One thing that happened. The message is ours and constant, never made of what others said.
struct Event {
  Instant at;
  Level level;
  std::string_view room;
  std::string_view message;
  Fields const& fields;
};

/// A line as it is remembered, with its number since the start.
struct KeptLine {
  std::int64_t number = 0;
  Instant at = {};
  Level level = Level::info;
  std::string room = {};
  std::string message = {};
  std::map<std::string, std::string> fields = {};
};

/// A line for programs, with a name for everything.
std::string json_line(Event const& event);

/// A line for people.
std::string text_line(Event const& event);

/// Writes what happens, a line for each event, and remembers the last ones. Any number of threads
/// may use it.
class Log {
 public:
  static constexpr std::size_t most_kept = 2000;
  static constexpr std::size_t longest_kept = 2048;  ///< Bytes of a field.

  /// Takes a line, its end included.
  using Write = std::function<void(std::string_view)>;

  Log(os::Clock& clock, Write write) : clock_(clock), write_(std::move(write)) {}

  /// From now on lines look like that, and less important ones are left out.
  void follow(config::Logging const& logging);

  /// Another level for one room, until another config is followed.
  void set_level(std::string_view room, Level level);

  bool wants(Level level, std::string_view room) const;

  /// The last lines that were written, the oldest first.
  std::vector<KeptLine> kept() const;

  void say(Level level, std::string_view room, std::string_view message, Fields const& fields = {});

 private:
  void keep(Event const& event);
  bool passes(Level level, std::string_view room) const;

  os::Clock& clock_;
  Write write_;
  mutable std::mutex mutex_;
  config::Logging logging_;
  std::deque<KeptLine> kept_;
  std::int64_t said_ = 0;
};

}  // namespace sievarr::log

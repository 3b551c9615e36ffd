#pragma once

#include "app/access/credentials.hpp"
#include "log/log.hpp"
#include "os/clock.hpp"

#include <sievarr/value/secret.hpp>

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace sievarr::serve {

/// The file below the storage path that holds the token of set-up.
inline constexpr std::string_view token_file = "setup.token";

/// Whether this is a program that nobody has told anything yet: no config file, no instance.
enum class Installation : std::uint8_t { configured, fresh };

/// The token that lets somebody set the first password of a fresh installation. It lies in a file
/// that only its owner can read, is made anew at each start, every quarter of an hour and after
/// five wrong ones, and is over for good with the first password.
class SetUp {
 public:
  SetUp(Installation installation, std::string const& folder, os::Clock& clock, log::Log& log)
      : installation_(installation),
        path_(folder + "/" + std::string(token_file)),
        clock_(clock),
        log_(log) {}

  /// Whether the program waits to be set up.
  bool is_open(app::Credentials const* credentials) const;

  /// Makes the token that is due, or takes the file away when set-up is over.
  void tend(app::Credentials const* credentials);

  /// Whether that is the token; a wrong one counts.
  bool accepts(value::Secret const& token);

  /// Set-up is over.
  void end();

 private:
  void make();

  Installation installation_;
  std::string path_;
  os::Clock& clock_;
  log::Log& log_;
  std::mutex mutex_;
  value::Secret token_;
  Instant made_ = {};
  int wrong_ = 0;
  bool told_ = false;
};

}  // namespace sievarr::serve

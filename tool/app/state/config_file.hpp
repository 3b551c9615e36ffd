#pragma once

#include "os/clock.hpp"

#include <sievarr/base/failure.hpp>

#include <string>
#include <string_view>

namespace sievarr::app {

/// The file of the config, as somebody changes it who is not at it. What it said before is kept in
/// a folder of the storage.
class ConfigFile {
 public:
  static constexpr int versions_kept = 9;

  ConfigFile(std::string path, std::string versions);

  /// Whether it is a file that can be written at all: not what comes in, nor none.
  bool is_named() const { return !path_.empty() && path_ != "-"; }

  Outcome<std::string> read() const;

  /// Puts another text in the place of the one that is there, as a whole or not at all.
  Outcome<Done> replace(std::string_view before, std::string_view after, Instant now) const;

 private:
  Outcome<Done> keep_version(std::string_view text, Instant now) const;

  std::string path_;
  std::string versions_;
};

}  // namespace sievarr::app

#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::serve {

/// The address of the default gateway in what Linux says of its routes (/proc/net/route).
std::optional<std::string> gateway_in(std::string_view routes);

/// Notices where every visitor seems to come from the gateway, as they do where Docker hides them:
/// then a local network is everybody. Any number of threads may use it.
class FirstVisitors {
 public:
  static constexpr std::size_t enough = 10;

  explicit FirstVisitors(std::optional<std::string> gateway) : gateway_(std::move(gateway)) {}

  /// Takes a visitor's address; true once, when so many have come and all from the gateway.
  bool are_hidden(std::string_view address);

 private:
  std::optional<std::string> gateway_;  ///< None where it no longer matters.
  std::size_t seen_ = 0;
  std::mutex mutex_;
};

}  // namespace sievarr::serve

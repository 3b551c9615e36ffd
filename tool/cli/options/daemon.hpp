#pragma once

#include "console.hpp"

#include <sievarr/config/config.hpp>
#include <sievarr/wire/http.hpp>

#include <string>
#include <string_view>

namespace sievarr::cli {

/// The daemon that holds a storage: what a command may not write itself, it is asked to do.
class Daemon {
 public:
  Daemon(config::Config const& config, Console& console) : config_(config), console_(console) {}

  /// Whether a failure may mean that a daemon is at work there.
  static bool may_hold(Failure const& failure) { return failure.kind == Failure::Kind::locked; }

  /// What it answers. Where nobody answers, the storage is held by somebody else, which was the
  /// failure.
  Outcome<std::string> post(std::string_view path, std::string body, Failure const& held) const;
  Outcome<std::string> get(std::string_view path, Failure const& held) const;

  /// The same, with an answer that says no as it came.
  Outcome<wire::Response> ask(wire::Request request, Failure const& held) const;

  /// What it means by an answer that says no.
  static Failure refusal(wire::Response const& response);

 private:
  config::Config const& config_;
  Console& console_;
};

}  // namespace sievarr::cli

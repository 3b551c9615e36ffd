#pragma once

#include "allowance.hpp"
#include "rules.hpp"
#include "sessions.hpp"

#include <sievarr/api/problem.hpp>
#include <sievarr/api/route.hpp>

#include <chrono>
#include <optional>

namespace sievarr::serve {

/// Why somebody is not let in, and how long to wait before another try.
struct Denied {
  api::Refusal refusal;
  std::optional<std::chrono::seconds> wait = {};
};

/// A request that asks for access, with the rules for it and when it came.
struct AccessRequest {
  http::Call const& call;
  Rules const& rules;
  Visitor const& visitor;
  Instant now;
};

/// Lets requests in that have the key. Wrong keys are counted by address, and after some of them
/// the answer is to wait; a right one is let in whatever was tried before.
class Gate {
 public:
  /// Why a request that needs such an access is not let in, if it is not.
  std::optional<Denied> examine(AccessRequest const& access_request, api::Access access);

  /// A session for a client that has the key.
  Result<std::string, Denied> open_session(AccessRequest const& access_request,
                                           value::Secret const& key);
  std::optional<Denied> close_session(AccessRequest const& access_request);

 private:
  static constexpr double most_attempts = 10;
  static constexpr std::chrono::milliseconds attempt{6'000};
  static constexpr double most_writes = 120;
  static constexpr std::chrono::milliseconds write{500};

  enum class Credential : std::uint8_t { none, wrong, key, session };

  Credential credential_of(AccessRequest const& access_request) const;
  Denied deny_wrong_key(AccessRequest const& access_request);
  std::optional<Denied> examine_browser(AccessRequest const& access_request) const;
  std::optional<Denied> examine_write(AccessRequest const& access_request, Credential credential);

  Sessions sessions_;
  Allowance attempts_{most_attempts, attempt};
  Allowance writes_{most_writes, write};
};

}  // namespace sievarr::serve

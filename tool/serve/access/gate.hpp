#pragma once

#include "allowance.hpp"
#include "app/access/credentials.hpp"
#include "rules.hpp"
#include "set_up.hpp"

#include <sievarr/access/attempts.hpp>
#include <sievarr/access/may.hpp>
#include <sievarr/api/problem.hpp>
#include <sievarr/api/route.hpp>
#include <sievarr/api/system.hpp>

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

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
  app::Credentials* credentials = nullptr;  ///< None before the storage was read.
};

/// What it takes to ask for something.
struct Needed {
  api::Access access = api::Access::key;
  access::Scope scope = access::Scope::read;
};

/// Who was let in, if anybody had to be asked, or why not.
struct Admission {
  std::optional<access::Identity> identity = {};
  std::optional<Denied> denied = {};
};

/// Finds out who asks, lets the core decide, and counts. Wrong keys are counted by address, and
/// after some of them the answer is to wait; a right one is let in whatever was tried before.
class Gate {
 public:
  Admission examine(AccessRequest const& access_request, Needed needed);

  /// Counts a request that is let in; why not, where a key has asked too much.
  std::optional<Denied> charge(AccessRequest const& access_request,
                               access::Identity const& identity);

  /// A session for a client that has a key, or a name and its password.
  Result<std::string, Denied> open_session(AccessRequest const& access_request,
                                           api::SessionRequest const& body);
  std::optional<Denied> close_session(AccessRequest const& access_request);

  /// Sets the first password for who has the token, and opens a session.
  Result<std::string, Denied> set_up(AccessRequest const& access_request, SetUp& set_up,
                                     api::SetUpRequest const& body);

  /// Why a password is not the right one, after the delays that wrong ones bring.
  std::optional<Denied> check_password(AccessRequest const& access_request, std::string_view name,
                                       value::Secret const& password);

 private:
  static constexpr double most_attempts = 10;
  static constexpr std::chrono::milliseconds between_attempts{6'000};
  static constexpr double most_writes = 120;
  static constexpr std::chrono::milliseconds between_writes{500};

  access::RequestFacts facts_of(AccessRequest const& access_request) const;
  std::optional<access::Identity> holder_of(AccessRequest const& access_request,
                                            value::Secret const& key) const;
  std::optional<access::Identity> session_of(AccessRequest const& access_request) const;
  Denied denied_for(AccessRequest const& access_request, access::Refused refused);
  Denied deny_wrong_key(AccessRequest const& access_request);
  std::optional<Denied> count_write(AccessRequest const& access_request);
  std::optional<Denied> count_try(AccessRequest const& access_request, std::string_view name);
  Result<std::string, Denied> begin(AccessRequest const& access_request,
                                    access::Identity const& identity);

  Allowance attempts_{most_attempts, between_attempts};
  Allowance writes_{most_writes, between_writes};
  Allowance of_keys_{1, std::chrono::seconds{1}};
  Allowance tries_{10, std::chrono::seconds{6}};
  Allowance tries_of_hour_{50, std::chrono::seconds{72}};
  Allowance tries_of_all_{100, std::chrono::milliseconds{600}};
  std::mutex signing_in_;  ///< One password is looked at after the other.
  access::Attempts failed_;
};

}  // namespace sievarr::serve

#include "credentials.hpp"
#include "crypto/password.hpp"

#include <utility>

namespace sievarr::app {
namespace {

using access::AuditAction;
using access::Session;

bool is_by_password(Session const& session) {
  return session.way == access::Way::password || session.way == access::Way::set_up;
}

access::Author the_config() { return {.name = "the config"}; }

/// What is wrong with a password that somebody wants to set, if anything is.
std::optional<Failure> misfit(value::Secret const& password) {
  auto const size = password.reveal().size();
  bool const fits = size >= access::least_password && size <= access::longest_password;
  if (fits && password.opens()) return std::nullopt;
  return Failure{.kind = Failure::Kind::refused,
                 .text = "this is no password: it takes at least " +
                         to_text(static_cast<std::int64_t>(access::least_password)) + " letters",
                 .hint = "take a sentence that nobody has said before"};
}

}  // namespace

access::PasswordState Credentials::password_state() const {
  std::lock_guard const lock(mutex_);
  return password_;
}

bool Credentials::is_locked() const {
  std::lock_guard const lock(mutex_);
  return is_locked_;
}

bool Credentials::has_password() const {
  std::lock_guard const lock(mutex_);
  return (is_locked_ ? password_.config_hash : password_.hash).has_value();
}

void Credentials::pretend(value::Secret const& password) const { crypto::pretend(password); }

bool Credentials::is_set_up() const { return password_state().setup_ended.has_value(); }

bool Credentials::is_password(value::Secret const& password) {
  auto const state = password_state();
  auto const& hash = is_locked() ? state.config_hash : state.hash;
  if (!hash) {
    crypto::pretend(password);
    return false;
  }
  if (!crypto::is_password(password, *hash)) return false;
  if (access::is_outgrown(*hash))
    if (auto stronger = crypto::hash_of(password))
      static_cast<void>(replace_hash(*std::move(stronger)));
  return true;
}

/// The same password, in a hash that costs more.
Outcome<Done> Credentials::replace_hash(std::string hash) {
  auto turn = catalogue_.take_turn();
  auto state = password_state();
  (is_locked() ? state.config_hash : state.hash) = std::move(hash);
  return write(turn, {.password = std::move(state)});
}

Outcome<Done> Credentials::follow(config::Access const& access) {
  bool const is_said = access.password && access.password->opens();
  auto state = password_state();
  {
    std::lock_guard const lock(mutex_);
    is_locked_ = is_said;
  }
  bool const is_same =
      is_said ? state.config_hash && crypto::is_password(*access.password, *state.config_hash)
              : !state.config_hash;
  if (is_same) return Done{};
  state.config_hash.reset();
  if (is_said) {
    auto hash = crypto::hash_of(*access.password);
    if (!hash) return hash.error();
    state.config_hash = *std::move(hash);
    if (!state.setup_ended) state.setup_ended = clock_.now();
  }
  state.changed = clock_.now();
  auto entry = audit(the_config(), AuditAction::password_set);
  entry.subject = is_said ? "the password of the config" : "no password in the config any more";
  auto turn = catalogue_.take_turn();
  return write(turn, {.ended_sessions = sessions_that(is_by_password),
                      .password = std::move(state),
                      .audit = std::move(entry)});
}

Outcome<Done> Credentials::set_password(NewPassword const& password, access::Author const& author) {
  if (is_locked())
    return Failure{.kind = Failure::Kind::refused,
                   .text = "access.password says the password",
                   .hint = "change it there, or take it out of the config first"};
  if (auto const failure = misfit(password.password)) return *failure;
  auto hash = crypto::hash_of(password.password);
  if (!hash) return hash.error();
  auto turn = catalogue_.take_turn();
  auto state = password_state();
  auto entry =
      audit(author, state.setup_ended ? AuditAction::password_set : AuditAction::set_up_ended);
  entry.subject = "the password";
  state.hash = *std::move(hash);
  state.changed = clock_.now();
  if (!state.setup_ended) state.setup_ended = state.changed;
  store::AccessChanges changes{.password = std::move(state)};
  bool const revokes = password.keys == NewPassword::Keys::revoke;
  if (revokes) {
    entry.difference = "all keys are revoked";
    std::lock_guard const lock(mutex_);
    for (auto const& [id, key] : keys_) {
      if (key.revoked) continue;
      changes.keys.push_back(key);
      changes.keys.back().revoked = clock_.now();
    }
  }
  changes.ended_sessions = sessions_that(
      [revokes](Session const& each) { return is_by_password(each) || (revokes && each.key); });
  changes.audit = std::move(entry);
  return write(turn, changes);
}

Outcome<Done> Credentials::reset(access::Author const& author) {
  auto turn = catalogue_.take_turn();
  auto entry = audit(author, AuditAction::access_reset);
  entry.subject = "the password";
  entry.difference = "there is none any more, and the program can be set up anew";
  return write(turn, {.ended_sessions = sessions_that(is_by_password),
                      .password = access::PasswordState{},
                      .audit = std::move(entry)});
}

}  // namespace sievarr::app

#include "sessions.hpp"

#include "os/random.hpp"

#include <sievarr/base/hmac.hpp>
#include <sievarr/base/number.hpp>

#include <optional>

namespace sievarr::serve {
namespace {

constexpr std::size_t nonce_bytes = 16;
constexpr std::size_t most_length = 200;

std::string signature(value::Secret const& key, std::string_view claim) {
  return hmac_sha256_hex(key.reveal(), "sievarr session " + std::string(claim));
}

std::int64_t seconds(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

/// Until when a session says that it is good.
std::optional<Instant> end_of(std::string_view session) {
  auto const number = to_integer(session.substr(0, session.find('.')));
  constexpr std::int64_t far = 1LL << 40;
  if (!number || *number < 0 || *number > far) return std::nullopt;
  return Instant{std::chrono::seconds{*number}};
}

}  // namespace

Outcome<std::string> Sessions::open(value::Secret const& key, Instant now) {
  auto const nonce = os::unguessable(nonce_bytes);
  if (!nonce) return nonce.error();
  auto const claim = to_text(seconds(now + life)) + "." + *nonce;
  return claim + "." + signature(key, claim);
}

bool Sessions::accepts(value::Secret const& key, std::string_view session, Instant now) const {
  if (!key.opens() || session.size() > most_length) return false;
  auto const dot = session.rfind('.');
  if (dot == session.npos || dot == 0) return false;
  auto const claim = session.substr(0, dot);
  value::Secret const signed_by(signature(key, claim));
  if (!signed_by.same_as(value::Secret(std::string(session.substr(dot + 1))))) return false;
  auto const end = end_of(claim);
  if (!end || *end <= now || *end > now + 2 * life) return false;
  std::lock_guard const lock(mutex_);
  return !closed_.contains(session);
}

void Sessions::close(std::string_view session, Instant now) {
  auto const end = end_of(session);
  if (!end || session.size() > most_length) return;
  std::lock_guard const lock(mutex_);
  std::erase_if(closed_, [&](auto const& each) { return each.second <= now; });
  if (closed_.size() < most_closed) closed_.emplace(session, *end);
}

}  // namespace sievarr::serve

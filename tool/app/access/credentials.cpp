#include "credentials.hpp"

#include <sievarr/base/number.hpp>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace sievarr::app {
namespace {

constexpr std::chrono::minutes between_saves{5};
constexpr std::size_t most_counts = 4096;

}  // namespace

Outcome<std::unique_ptr<Credentials>> Credentials::load(Catalogue& catalogue, os::Clock& clock) {
  std::unique_ptr<Credentials> credentials(new Credentials(catalogue, clock));
  auto const read = credentials->read();
  if (!read) return read.error();
  return credentials;
}

Outcome<Done> Credentials::read() {
  auto turn = catalogue_.take_turn();
  auto& stored = turn.store().access();
  auto sessions = stored.sessions();
  if (!sessions) return sessions.error();
  auto keys = stored.keys();
  if (!keys) return keys.error();
  auto password = stored.password();
  if (!password) return password.error();
  saved_ = clock_.now();
  remember({.sessions = *std::move(sessions),
            .keys = *std::move(keys),
            .password = *std::move(password)});
  return Done{};
}

Outcome<Done> Credentials::write(Turn& turn, store::AccessChanges const& changes) {
  auto const done = turn.store().access().write(changes);
  if (done) remember(changes);
  return done;
}

/// What was committed; the two never differ.
void Credentials::remember(store::AccessChanges const& changes) {
  std::lock_guard const lock(mutex_);
  for (auto const& session : changes.sessions) {
    sessions_.insert_or_assign(session.hash, session);
    last_session_ = std::max(last_session_, session.id);
  }
  std::set<std::int64_t> const ended(changes.ended_sessions.begin(), changes.ended_sessions.end());
  std::erase_if(sessions_, [&](auto const& each) { return ended.contains(each.second.id); });
  for (auto const& key : changes.keys) keys_.insert_or_assign(key.id, key);
  if (changes.password) password_ = *changes.password;
}

access::AuditRecord Credentials::audit(access::Author const& author,
                                       access::AuditAction action) const {
  return {.at = clock_.now(),
          .author = author.name,
          .way = author.way,
          .address = author.address,
          .action = action};
}

void Credentials::count(access::Counted kind, std::string subject) {
  auto const hour = Instant{std::chrono::floor<std::chrono::hours>(clock_.now())};
  auto const key = std::pair(reflect::word_of(kind) + " " + subject, hour);
  // Who comes from ever new addresses shall not fill the memory.
  if (counts_.size() >= most_counts && !counts_.contains(key)) return;
  auto& counted =
      counts_
          .try_emplace(
              key, access::AccessCount{.kind = kind, .subject = std::move(subject), .hour = hour})
          .first->second;
  ++counted.requests;
  has_uses_ = true;
}

void Credentials::note_session(std::int64_t id) {
  std::lock_guard const lock(mutex_);
  for (auto& [hash, session] : sessions_)
    if (session.id == id) session.used = std::max(session.used, clock_.now());
  has_uses_ = true;
}

void Credentials::note_key(std::int64_t id, std::string const& address) {
  std::lock_guard const lock(mutex_);
  auto const found = keys_.find(id);
  if (found == keys_.end()) return;
  found->second.used = clock_.now();
  found->second.address = address;
  count(access::Counted::key, to_text(id));
}

void Credentials::note_failure(std::string const& network) {
  std::lock_guard const lock(mutex_);
  count(access::Counted::failure, network);
}

bool Credentials::take_due(Save save) {
  std::lock_guard const lock(mutex_);
  auto const now = clock_.now();
  bool const is_due = now >= saved_ + between_saves || now < saved_;
  if (!has_uses_ || (save == Save::when_due && !is_due)) return false;
  has_uses_ = false;
  saved_ = now;
  return true;
}

Outcome<Done> Credentials::save_uses(Save save) {
  if (!take_due(save)) return Done{};
  // Within the turn, so that nothing comes back that ends meanwhile.
  auto turn = catalogue_.take_turn();
  store::AccessChanges changes;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& [hash, session] : sessions_) changes.sessions.push_back(session);
    for (auto const& [id, key] : keys_) changes.keys.push_back(key);
    for (auto const& [key, count] : std::exchange(counts_, {})) changes.counts.push_back(count);
  }
  return turn.store().access().write(changes);
}

}  // namespace sievarr::app

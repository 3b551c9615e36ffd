#include "credentials.hpp"
#include "os/random.hpp"

#include <sievarr/access/api_key.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/base/text.hpp>

#include <chrono>
#include <utility>

namespace sievarr::app {
namespace {

using access::AuditAction;
using access::KeyRecord;

constexpr std::size_t random_bytes = 128;

/// "scope: read, reads_per_minute: 120": what a key is, as far as it is shown.
std::string shown(KeyRecord const& key) {
  auto text = "description: " + quoted(key.description) +
              ", scope: " + reflect::word_of(key.scope) +
              ", reads_per_minute: " + reflect::word_of(key.reads_per_minute) +
              ", writes_per_minute: " + reflect::word_of(key.writes_per_minute);
  if (key.expires) text += ", expires: " + to_text(*key.expires);
  return text;
}

api::KeyLine line_of(KeyRecord const& key) {
  return {.id = key.id,
          .description = key.description,
          .scope = key.scope,
          .reads_per_minute = key.reads_per_minute,
          .writes_per_minute = key.writes_per_minute,
          .created = key.created,
          .expires = key.expires,
          .used = key.used,
          .address = key.address,
          .revoked = key.revoked};
}

std::string subject_of(std::int64_t id) { return "key " + to_text(id); }

}  // namespace

std::optional<KeyRecord> Credentials::record(std::int64_t id) const {
  std::lock_guard const lock(mutex_);
  auto const found = keys_.find(id);
  return found == keys_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<KeyRecord> Credentials::key(std::int64_t id) const {
  auto found = record(id);
  return found && access::is_in_force(*found, clock_.now()) ? found : std::nullopt;
}

std::optional<KeyRecord> Credentials::key(value::Secret const& shown) const {
  if (!access::is_key(shown.reveal())) return std::nullopt;
  value::Secret const hash(sha256_hex(shown.reveal()));
  auto const now = clock_.now();
  std::lock_guard const lock(mutex_);
  for (auto const& [id, each] : keys_)
    if (access::is_in_force(each, now) && value::Secret(each.hash).same_as(hash)) return each;
  return std::nullopt;
}

Outcome<std::vector<access::AccessCount>> Credentials::counts_of_day() {
  auto const since =
      Instant{std::chrono::floor<std::chrono::hours>(clock_.now())} - std::chrono::hours{23};
  auto turn = catalogue_.take_turn();
  auto counts = turn.store().access().counts_since(access::Counted::key, since);
  if (!counts) return counts;
  std::lock_guard const lock(mutex_);
  for (auto const& [key, count] : counts_) counts->push_back(count);
  return counts;
}

Outcome<api::KeysAnswer> Credentials::list_keys() {
  auto const counts = counts_of_day();
  if (!counts) return counts.error();
  api::KeysAnswer answer;
  std::lock_guard const lock(mutex_);
  for (auto const& [id, key] : keys_) {
    auto line = line_of(key);
    for (auto const& count : *counts) {
      if (count.kind != access::Counted::key || count.subject != to_text(id)) continue;
      bool const is_same = !line.usage.empty() && line.usage.back().hour == count.hour;
      if (!is_same) line.usage.push_back({.hour = count.hour});
      line.usage.back().requests += count.requests;
    }
    answer.keys.push_back(std::move(line));
  }
  return answer;
}

Outcome<api::MadeKey> Credentials::make_key(api::NewKey const& key, access::Author const& author) {
  auto const random = os::random_bytes(random_bytes);
  if (!random) return random.error();
  auto text = access::make_key(*random);
  if (!text)
    return Failure{.kind = Failure::Kind::refused,
                   .text = "no key could be made",
                   .hint = "ask for one again"};
  auto turn = catalogue_.take_turn();
  KeyRecord made{.hash = sha256_hex(*text),
                 .description = key.description.substr(0, 200),
                 .scope = key.scope,
                 .reads_per_minute = key.reads_per_minute,
                 .writes_per_minute = key.writes_per_minute,
                 .created = clock_.now(),
                 .expires = key.expires};
  {
    std::lock_guard const lock(mutex_);
    made.id = keys_.empty() ? 1 : keys_.rbegin()->first + 1;
  }
  auto entry = audit(author, AuditAction::key_made);
  entry.subject = subject_of(made.id);
  entry.difference = shown(made);
  auto const done = write(turn, {.keys = {made}, .audit = std::move(entry)});
  if (!done) return done.error();
  return api::MadeKey{.id = made.id, .key = *std::move(text)};
}

Outcome<std::optional<api::KeyLine>> Credentials::change_key(std::int64_t id,
                                                             api::KeyChange const& change,
                                                             access::Author const& author) {
  auto turn = catalogue_.take_turn();
  auto found = key(id);
  if (!found) return std::optional<api::KeyLine>();
  auto entry = audit(author, AuditAction::key_changed);
  entry.subject = subject_of(id);
  entry.difference = shown(*found) + " -> ";
  if (change.description) found->description = change.description->substr(0, 200);
  if (change.reads_per_minute) found->reads_per_minute = *change.reads_per_minute;
  if (change.writes_per_minute) found->writes_per_minute = *change.writes_per_minute;
  entry.difference += shown(*found);
  auto const done = write(turn, {.keys = {*found}, .audit = std::move(entry)});
  if (!done) return done.error();
  return std::optional(line_of(*found));
}

Outcome<bool> Credentials::revoke_key(std::int64_t id, access::Author const& author) {
  auto turn = catalogue_.take_turn();
  auto found = record(id);
  if (!found || found->revoked) return false;
  found->revoked = clock_.now();
  auto entry = audit(author, AuditAction::key_revoked);
  entry.subject = subject_of(id);
  entry.difference = shown(*found);
  auto const done = write(
      turn, {.ended_sessions = sessions_that([id](auto const& each) { return each.key == id; }),
             .keys = {*found},
             .audit = std::move(entry)});
  if (!done) return done.error();
  return true;
}

}  // namespace sievarr::app

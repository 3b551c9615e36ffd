#include "credentials.hpp"
#include "os/random.hpp"

#include <sievarr/base/sha256.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

using access::AuditAction;

constexpr std::size_t token_bytes = 32;
constexpr std::size_t longest_shown = 200;
constexpr std::size_t most_sessions = 1000;

api::SessionLine line_of(access::Session const& session) {
  return {.id = session.id,
          .name = session.name,
          .way = session.way,
          .scope = session.scope,
          .created = session.created,
          .used = session.used,
          .address = session.address,
          .agent = session.agent};
}

}  // namespace

std::vector<std::int64_t> Credentials::sessions_that(Ends const& ends) const {
  std::lock_guard const lock(mutex_);
  std::vector<std::int64_t> ids;
  for (auto const& [hash, session] : sessions_)
    if (ends(session)) ids.push_back(session.id);
  return ids;
}

Outcome<std::string> Credentials::open_session(access::Session session,
                                               value::Secret const& owner_key) {
  auto token = os::unguessable(token_bytes);
  if (!token) return token.error();
  session.hash = sha256_hex(*token);
  session.created = session.used = clock_.now();
  if (session.way == access::Way::owner_key)
    session.seal = access::seal_of(owner_key.reveal(), session.hash);
  auto turn = catalogue_.take_turn();
  store::AccessChanges changes;
  {
    std::lock_guard const lock(mutex_);
    session.id = last_session_ + 1;
    auto const oldest = std::min_element(
        sessions_.begin(), sessions_.end(),
        [](auto const& a, auto const& b) { return a.second.used < b.second.used; });
    if (sessions_.size() >= most_sessions) changes.ended_sessions = {oldest->second.id};
  }
  changes.sessions.push_back(std::move(session));
  auto const done = write(turn, changes);
  if (!done) return done.error();
  return *std::move(token);
}

std::optional<access::Session> Credentials::session(std::string_view shown) const {
  if (shown.empty() || shown.size() > longest_shown) return std::nullopt;
  auto const hash = sha256_hex(shown);
  std::lock_guard const lock(mutex_);
  auto const found = sessions_.find(hash);
  return found == sessions_.end() ? std::nullopt : std::optional(found->second);
}

Outcome<Done> Credentials::close_session(std::string_view shown) {
  auto turn = catalogue_.take_turn();
  auto const found = session(shown);
  return found ? write(turn, {.ended_sessions = {found->id}}) : Outcome<Done>(Done{});
}

Outcome<api::SessionsAnswer> Credentials::list_sessions() {
  api::SessionsAnswer answer;
  {
    std::lock_guard const lock(mutex_);
    for (auto const& [hash, session] : sessions_) answer.sessions.push_back(line_of(session));
  }
  std::sort(answer.sessions.begin(), answer.sessions.end(),
            [](auto const& a, auto const& b) { return a.id < b.id; });
  return answer;
}

Outcome<bool> Credentials::end_session(std::int64_t id, access::Author const& author) {
  auto turn = catalogue_.take_turn();
  if (sessions_that([id](auto const& session) { return session.id == id; }).empty()) return false;
  auto record = audit(author, AuditAction::session_ended);
  record.subject = "session " + to_text(id);
  auto const done = write(turn, {.ended_sessions = {id}, .audit = std::move(record)});
  if (!done) return done.error();
  return true;
}

}  // namespace sievarr::app

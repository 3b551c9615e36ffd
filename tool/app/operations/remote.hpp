#pragma once

#include "net/transport.hpp"
#include "operations.hpp"

#include <sievarr/api/route.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/value/secret.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace sievarr::app {

/// The operations of a command whose storage a daemon holds: the daemon is asked over HTTP.
class Remote final : public Operations, public AccessOperations {
 public:
  struct Dependencies {
    net::Transport& transport;
    std::string address;  ///< Of the daemon, without a slash at its end.
    value::Secret key;
    std::string folder;  ///< The storage that it holds.
  };

  explicit Remote(Dependencies dependencies) : dependencies_(std::move(dependencies)) {}

  Outcome<adding::PlanReport> plan() override;
  Outcome<adding::AddTotals> apply(adding::PlanReport const& plan, Strictness strictness) override;
  Outcome<CycleAnswer> start_cycle(status::SyncMode mode) override;
  Outcome<std::vector<ManualResult>> act(ManualRequest const& request) override;
  Outcome<std::vector<status::ActivityRecord>> latest_activity(std::int64_t most) override;
  Outcome<api::JobsAnswer> jobs() override;
  Outcome<std::optional<api::JobAnswer>> act_on_job(std::string const& name,
                                                    JobAction action) override;
  Outcome<AccessOperations*> access() override { return static_cast<AccessOperations*>(this); }
  Outcome<Done> look_at_shows(Look const& look) override;

  // The daemon knows who asks by the key, so the author is not told.
  Outcome<api::SessionsAnswer> list_sessions() override;
  Outcome<bool> end_session(std::int64_t id, access::Author const& author) override;
  Outcome<api::KeysAnswer> list_keys() override;
  Outcome<api::MadeKey> make_key(api::NewKey const& key, access::Author const& author) override;
  Outcome<bool> revoke_key(std::int64_t id, access::Author const& author) override;
  Outcome<Done> set_password(NewPassword const& password, access::Author const& author) override;

 private:
  Outcome<std::string> fetch(api::Route const& route, std::string target, std::string body = {});
  static Failure unreadable(Problem const& problem);

  template <class Answer>
  Outcome<Answer> ask(api::Route const& route, std::string target, std::string body = {}) {
    auto const text = fetch(route, std::move(target), std::move(body));
    if (!text) return text.error();
    auto read = derive::from_json<Answer>(*text, "the answer");
    if (has_errors(read.problems)) return unreadable(read.problems.front());
    return std::move(read.value);
  }

  Dependencies dependencies_;
};

}  // namespace sievarr::app

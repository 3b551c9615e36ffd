#pragma once

#include "access_operations.hpp"
#include "app/state/catalogue.hpp"
#include "os/clock.hpp"

#include <sievarr/access/key_record.hpp>
#include <sievarr/access/password_state.hpp>
#include <sievarr/access/session.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::app {

/// All that lets somebody in beside the owner's key: sessions, keys that were made, the password.
/// It is stored, and in memory, so that a request waits for no disk. Any number of threads may ask;
/// what changes something takes a turn.
class Credentials final : public AccessOperations {
 public:
  /// Reads what is stored. The catalogue and the clock must outlive it.
  static Outcome<std::unique_ptr<Credentials>> load(Catalogue& catalogue, os::Clock& clock);

  /// Takes the password that a config says, or that it says none any more. Where it is another one
  /// than before, the sessions end that the one of before has opened.
  Outcome<Done> follow(config::Access const& access);

  /// Whether there is a password that counts, and whether it is the one of the config.
  bool has_password() const;
  bool is_locked() const;

  /// Whether a password was ever set: then the program is set up.
  bool is_set_up() const;

  /// Computes, and takes as long where there is no password at all, or for a name that nobody has.
  bool is_password(value::Secret const& password);
  void pretend(value::Secret const& password) const;

  /// Forgets the password, so that the program can be set up anew.
  Outcome<Done> reset(access::Author const& author);

  /// Opens a session, of which only the browser keeps the text; where it is signed in with the
  /// owner's key, it is sealed with that.
  Outcome<std::string> open_session(access::Session session, value::Secret const& owner_key);

  /// The session that a browser shows, however old it is.
  std::optional<access::Session> session(std::string_view shown) const;
  Outcome<Done> close_session(std::string_view shown);

  /// A key in force that a request shows, or that opened a session.
  std::optional<access::KeyRecord> key(value::Secret const& shown) const;
  std::optional<access::KeyRecord> key(std::int64_t id) const;

  /// Changes a key; nothing where there is none.
  Outcome<std::optional<api::KeyLine>> change_key(std::int64_t id, api::KeyChange const& change,
                                                  access::Author const& author);

  /// What was used or failed is remembered, and written now and then.
  void note_session(std::int64_t id);
  void note_key(std::int64_t id, std::string const& address);
  void note_failure(std::string const& network);
  enum class Save : std::uint8_t { when_due, now };
  Outcome<Done> save_uses(Save save);

  Outcome<api::SessionsAnswer> list_sessions() override;
  Outcome<bool> end_session(std::int64_t id, access::Author const& author) override;
  Outcome<api::KeysAnswer> list_keys() override;
  Outcome<api::MadeKey> make_key(api::NewKey const& key, access::Author const& author) override;
  Outcome<bool> revoke_key(std::int64_t id, access::Author const& author) override;
  Outcome<Done> set_password(NewPassword const& password, access::Author const& author) override;

 private:
  using Ends = std::function<bool(access::Session const&)>;

  Credentials(Catalogue& catalogue, os::Clock& clock) : catalogue_(catalogue), clock_(clock) {}

  Outcome<Done> read();
  Outcome<Done> write(Turn& turn, store::AccessChanges const& changes);
  void remember(store::AccessChanges const& changes);
  bool take_due(Save save);
  void count(access::Counted kind, std::string subject);
  std::vector<std::int64_t> sessions_that(Ends const& ends) const;
  std::optional<access::KeyRecord> record(std::int64_t id) const;
  access::PasswordState password_state() const;
  access::AuditRecord audit(access::Author const& author, access::AuditAction action) const;
  Outcome<Done> replace_hash(std::string hash);
  Outcome<std::vector<access::AccessCount>> counts_of_day();

  Catalogue& catalogue_;
  os::Clock& clock_;
  mutable std::mutex mutex_;  ///< Taken for moments, within a turn or without one.
  std::map<std::string, access::Session, std::less<>> sessions_;  ///< By their hashes.
  std::map<std::int64_t, access::KeyRecord> keys_;
  access::PasswordState password_;
  bool is_locked_ = false;
  std::int64_t last_session_ = 0;
  std::map<std::pair<std::string, Instant>, access::AccessCount> counts_;
  bool has_uses_ = false;
  Instant saved_ = {};
};

}  // namespace sievarr::app

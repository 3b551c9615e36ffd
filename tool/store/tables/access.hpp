#pragma once

#include "facts.hpp"
#include "store/table.hpp"

#include <sievarr/access/audit.hpp>
#include <sievarr/access/key_record.hpp>
#include <sievarr/access/password_state.hpp>
#include <sievarr/access/session.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace sievarr::store {

/// What is written together of who may do what: all of it, or nothing.
struct AccessChanges {
  std::vector<access::Session> sessions = {};
  std::vector<std::int64_t> ended_sessions = {};
  std::vector<access::KeyRecord> keys = {};
  std::vector<access::AccessCount> counts = {};  ///< Added to those that are there.
  std::optional<access::PasswordState> password = {};
  std::optional<access::AuditRecord> audit = {};  ///< Numbered and chained when it is written.
};

/// Who changed what about access; it is only added to.
class AuditTable {
 public:
  explicit AuditTable(Database& database) : audit_(database, "audit") {}

  /// What was changed before the row of that number, the newest first, so many rows at most.
  Outcome<std::vector<access::AuditRecord>> latest(
      std::int64_t most, std::int64_t before = std::numeric_limits<std::int64_t>::max()) {
    return audit_.latest(most, before);
  }

  Outcome<std::int64_t> count() { return audit_.count(); }
  Outcome<std::vector<access::AuditRecord>> all() { return audit_.all(); }

  /// Numbers it and chains it to the last one.
  Outcome<Done> append(access::AuditRecord record);

 private:
  Table<access::AuditRecord> audit_;
};

/// Who may do what: sessions, keys, what is known of the password, and who changed it.
class AccessTables {
 public:
  explicit AccessTables(Database& database)
      : database_(database),
        sessions_(database, "sessions"),
        keys_(database, "access_keys"),
        audit_(database),
        password_(database, "password") {}

  /// Writes in a transaction of its own; durable when it returns.
  Outcome<Done> write(AccessChanges const& changes);

  Outcome<std::vector<access::Session>> sessions() { return sessions_.all(); }
  Outcome<std::vector<access::KeyRecord>> keys() { return keys_.all(); }
  Outcome<access::PasswordState> password() { return password_.get(); }

  /// What was counted of one kind in that hour and after it.
  Outcome<std::vector<access::AccessCount>> counts_since(access::Counted kind, Instant hour);

 private:
  Outcome<Done> put(AccessChanges const& changes);
  Outcome<Done> end(std::int64_t session);
  Outcome<Done> add(access::AccessCount const& count);

  Database& database_;
  Table<access::Session> sessions_;
  Table<access::KeyRecord> keys_;
  AuditTable audit_;
  FactOf<access::PasswordState> password_;
};

}  // namespace sievarr::store

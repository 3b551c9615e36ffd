#pragma once

#include "database.hpp"

#include <utility>

namespace sievarr::store {

/// Everything until the commit happens, or nothing of it does.
class Transaction {
 public:
  static Outcome<Transaction> begin(Database& database) {
    // Immediate: a lock that is needed later should be waited for now.
    auto const begun = database.run("BEGIN IMMEDIATE");
    if (!begun) return begun.error();
    return Transaction(database);
  }

  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() {
    if (database_ != nullptr) static_cast<void>(database_->run("ROLLBACK"));
  }

  /// Durable once this has succeeded. A commit that fails may be tried again or given up.
  Outcome<Done> commit() {
    auto done = database_->run("COMMIT");
    if (done) database_ = nullptr;
    return done;
  }

 private:
  explicit Transaction(Database& database) : database_(&database) {}

  Database* database_;
};

}  // namespace sievarr::store

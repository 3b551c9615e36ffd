#pragma once

#include "store/open.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::app {

/// Connections that only read what is stored, as many as are used at a time. Any number of threads
/// may use it.
class Readers {
 public:
  /// Of the storage in that folder; nothing is opened yet.
  explicit Readers(std::string folder) : folder_(std::move(folder)) {}

  /// Calls use(store::Database&), which gives an Outcome.
  template <class Use>
  auto read(Use use) -> decltype(use(std::declval<store::Database&>())) {
    auto connection = take();
    if (!connection) return connection.error();
    auto outcome = use(**connection);
    if (outcome) give_back(*std::move(connection));
    return outcome;
  }

 private:
  Outcome<std::unique_ptr<store::Database>> take();
  void give_back(std::unique_ptr<store::Database> connection);

  std::string const folder_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Database>> idle_;
};

}  // namespace sievarr::app

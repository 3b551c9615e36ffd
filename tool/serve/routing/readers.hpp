#pragma once

#include "app/application.hpp"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace sievarr::serve {

/// Connections that only read what is stored, as many as are used at a time.
class Readers {
 public:
  explicit Readers(app::Application& application) : application_(application) {}

  /// Calls use(store::Database&), which gives an Outcome.
  template <class Use>
  auto with(Use use) -> decltype(use(std::declval<store::Database&>())) {
    auto connection = take();
    if (!connection) return connection.error();
    auto outcome = use(**connection);
    if (outcome) give_back(*std::move(connection));
    return outcome;
  }

 private:
  Outcome<std::unique_ptr<store::Database>> take();
  void give_back(std::unique_ptr<store::Database> connection);

  app::Application& application_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Database>> idle_;
};

}  // namespace sievarr::serve

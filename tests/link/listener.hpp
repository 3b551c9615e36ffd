#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace sievarr::test {

/// Answers requests on 127.0.0.1, one after the other, until it is destroyed.
class Listener {
 public:
  explicit Listener(std::string answer);
  ~Listener();
  Listener(Listener const&) = delete;
  Listener& operator=(Listener const&) = delete;

  std::uint16_t port() const;

 private:
  class Server;
  std::unique_ptr<Server> server_;
};

}  // namespace sievarr::test

#pragma once

#include "http/server.hpp"
#include "serve/access/key.hpp"
#include "serve/routing/site.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace sievarr::daemon {

/// The daemon's HTTP: listens from now on, and answers more as the application knows more.
class Service {
 public:
  /// By what the application's config says of the server, which counts until a restart where it is
  /// about the address.
  static Outcome<Service> start(serve::Site::Dependencies dependencies);

  std::uint16_t port() const { return server_.port(); }

  /// Where the key lies; empty where the config says it.
  std::string const& key_file() const { return key_file_; }
  bool made_key() const { return made_key_; }

  /// What is due beside requests.
  void tend() { site_->tend(app::Credentials::Save::when_due); }

  /// Lets no more in, and the answers that are under way end, at most for so long.
  void stop(std::chrono::milliseconds grace) {
    server_.stop(grace);
    site_->tend(app::Credentials::Save::now);
  }

 private:
  Service(std::unique_ptr<serve::Site> site, http::Server server, serve::Key const& key)
      : site_(std::move(site)),
        server_(std::move(server)),
        key_file_(key.file),
        made_key_(key.is_new) {}

  std::unique_ptr<serve::Site> site_;  // The server asks it to its last.
  http::Server server_;
  std::string key_file_;
  bool made_key_;
};

}  // namespace sievarr::daemon

#pragma once

#include "folder.hpp"
#include "process.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::test {

/// A server with a certificate that it signed itself, by openssl. It answers everything with a page
/// about itself.
class SelfSigned {
 public:
  explicit SelfSigned(std::string const& name) : server_(start(name)) {
    port_ = server_.read_line("ACCEPT 127.0.0.1:");
    REQUIRE_FALSE(port_.empty());
  }

  std::string address() const { return "https://127.0.0.1:" + port_ + "/"; }
  std::string certificate() const { return folder_.file("certificate.pem"); }

 private:
  Process start(std::string const& name) {
    auto const key = folder_.file("key.pem");
    Process make({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                  "-nodes", "-days", "2", "-subj", "/CN=sievarr", "-addext",
                  "subjectAltName=" + name, "-keyout", key, "-out", certificate()});
    REQUIRE(make.wait() == 0);
    return Process({"openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate(),
                    "-key", key});
  }

  Folder folder_;
  Process server_;
  std::string port_;
};

}  // namespace sievarr::test

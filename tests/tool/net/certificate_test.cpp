#include "../support/folder.hpp"
#include "../support/process.hpp"
#include "net/curl_transport.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::net {
namespace {

/// A server with a certificate that it signed itself, by openssl.
class SelfSigned {
 public:
  explicit SelfSigned(std::string const& name) : server_(start(name)) {
    port_ = server_.read_line("ACCEPT 127.0.0.1:");
    REQUIRE_FALSE(port_.empty());
  }

  std::string address() const { return "https://127.0.0.1:" + port_ + "/"; }
  std::string certificate() const { return folder_.file("certificate.pem"); }

 private:
  test::Process start(std::string const& name) {
    auto const key = folder_.file("key.pem");
    test::Process make({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=sievarr",
                        "-addext", "subjectAltName=" + name, "-keyout", key, "-out",
                        certificate()});
    REQUIRE(make.wait() == 0);
    return test::Process({"openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert",
                          certificate(), "-key", key});
  }

  test::Folder folder_;
  test::Process server_;
  std::string port_;
};

Outcome<wire::Response> ask(std::string const& address, CurlOptions options) {
  CurlTransport transport(std::move(options));
  return transport.send({.target = address});
}

}  // namespace

TEST_CASE(
    "a certificate that nobody signed is refused, unless it is trusted by name or not asked") {
  SelfSigned const server("IP:127.0.0.1");

  auto const refused = ask(server.address(), {.authorities = find_authorities("", {})});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::denied);
  CHECK(refused.error().text ==
        server.address() + ": the certificate is not trusted: \"self-signed certificate\"");
  CHECK(refused.error().hint ==
        "set ca_file to the certificate of its authority, or verify_tls: false in a network that "
        "you trust");
  CHECK_FALSE(ask(server.address(), {}));

  auto const trusted = ask(server.address(), {.authorities = {server.certificate()}});
  REQUIRE(trusted);
  CHECK(trusted->status == 200);

  CHECK(ask(server.address(), {.verify = CurlOptions::Verify::never}));
}

TEST_CASE("a certificate for another name is refused even if its authority is trusted") {
  SelfSigned const server("DNS:elsewhere.example");

  auto const refused = ask(server.address(), {.authorities = {server.certificate()}});

  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Failure::Kind::denied);
}

TEST_CASE("a file of authorities that is missing says so") {
  SelfSigned const server("IP:127.0.0.1");

  auto const failed = ask(server.address(), {.authorities = {"/nowhere/ca.pem"}});

  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == Failure::Kind::missing);
  CHECK(failed.error().hint == "check ca_file and SSL_CERT_FILE");
}

TEST_CASE("authorities come from the configuration, the variable, the system, this program") {
  CHECK(find_authorities("/my/ca.pem", {{"SSL_CERT_FILE", "/other.pem"}}).file == "/my/ca.pem");
  CHECK(find_authorities("", {{"SSL_CERT_FILE", "/other.pem"}}).file == "/other.pem");
  CHECK(builtin_authorities().find("-----BEGIN CERTIFICATE-----") != std::string_view::npos);
}

}  // namespace sievarr::net

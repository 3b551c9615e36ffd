#include "../support/self_signed.hpp"
#include "net/curl_transport.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::net {
namespace {

using test::SelfSigned;

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

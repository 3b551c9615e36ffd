#include "curl_failure.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <string_view>

namespace sievarr::net {
namespace {

using Kind = Failure::Kind;

constexpr auto no_tls_hint = "check whether the address should begin with http:// instead";

/// "self-signed certificate", without what curl says before it and the number behind it.
std::string reason_in(std::string_view said) {
  if (auto const at = said.rfind(": "); at != std::string_view::npos) said.remove_prefix(at + 2);
  said = said.substr(0, said.rfind(" ("));
  return said.empty() ? "no reason given" : quoted(said);
}

Failure timed_out(Circumstances const& now) {
  auto const limit = to_text(now.limit.count()) + " ms";
  if (!now.sent)
    return {.kind = Kind::unreachable,
            .text = now.address + ": no connection within " + limit,
            .hint = "check that the server runs, and its address and port"};
  return {.kind = Kind::timed_out,
          .text = now.address + ": no whole answer, it was given " + limit,
          .hint = "the server or the network is slow, it is tried again later"};
}

Failure untrusted(Circumstances const& now) {
  return {.kind = Kind::denied,
          .text = now.address + ": the certificate is not trusted: " + reason_in(now.said),
          .hint =
              "set ca_file to the certificate of its authority, or verify_tls: false in a network "
              "that you trust"};
}

Failure no_bundle(Circumstances const& now) {
  return {.kind = Kind::missing,
          .text = now.address + ": the file of trusted certificates cannot be read",
          .hint = "check ca_file and SSL_CERT_FILE"};
}

Failure nobody(Circumstances const& now) {
  return {.kind = Kind::unreachable,
          .text = now.address + ": nobody answers there",
          .hint = "check that the server runs, and its address and port"};
}

Failure no_host(Circumstances const& now) {
  return {.kind = Kind::unreachable,
          .text = now.address + ": there is no host of that name",
          .hint = "check the name; containers see each other only in a common network"};
}

}  // namespace

Failure failure_of(CURLcode code, Circumstances const& now) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return timed_out(now);
    case CURLE_COULDNT_RESOLVE_HOST: return no_host(now);
    case CURLE_COULDNT_CONNECT: return nobody(now);
    case CURLE_PEER_FAILED_VERIFICATION: return untrusted(now);
    case CURLE_SSL_CACERT_BADFILE: return no_bundle(now);
    case CURLE_SSL_CONNECT_ERROR:
      return {Kind::unreachable, now.address + ": no TLS is spoken there", no_tls_hint};
    case CURLE_ABORTED_BY_CALLBACK: return {Kind::cancelled, now.address + ": stopped"};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return {Kind::malformed, now.address + ": the answer is not HTTP", "check the address"};
    case CURLE_URL_MALFORMAT: return {Kind::refused, now.address + ": this is no address"};
    default:
      return {Kind::broken, now.address + ": the connection broke off",
              "look whether that server was restarted"};
  }
}

}  // namespace sievarr::net

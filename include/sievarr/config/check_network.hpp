#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/document/written.hpp>
#include <sievarr/value/host.hpp>
#include <sievarr/value/url.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::config {

/// Whether an IPv4 address never leaves a home network.
inline bool is_private_ipv4(std::string_view host) {
  if (!value::is_ipv4(host)) return false;
  auto const first = *to_integer(value::take_until(host, '.'));
  auto const second = *to_integer(value::take_until(host, '.'));
  if (first == 10 || first == 127) return true;
  if (first == 172) return second >= 16 && second <= 31;
  return (first == 192 && second == 168) || (first == 169 && second == 254) ||
         (first == 100 && second >= 64 && second <= 127);
}

/// Whether a host is in the same house: a private address, a name without dots such as containers
/// have, or one that only a home network resolves.
inline bool is_local(std::string_view host) {
  if (host.starts_with('[')) {
    auto const address = host.substr(1);
    return address.starts_with("::1]") || address.starts_with("fc") || address.starts_with("fd") ||
           address.starts_with("fe8");
  }
  if (host.find('.') == std::string_view::npos || is_private_ipv4(host)) return true;
  constexpr std::string_view endings[] = {".local",     ".lan",         ".home",     ".internal",
                                          ".home.arpa", ".localdomain", ".localhost"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return host.ends_with(ending); });
}

/// How a server is reached, as far as that can go wrong.
struct Reachability {
  value::Url url;
  bool sends_key = false;
  bool verify_tls = true;
  bool has_ca_file = false;
};

/// Whether somebody on the way could read the key, and settings that change nothing.
inline Problems check_server(Reachability const& reached, filter::Written const& written,
                             std::string_view url_key) {
  Problems problems;
  auto const say = [&](Severity severity, std::string_view key, std::string_view code,
                       std::string message) {
    problems.push_back(written.at(key).problem(code, std::move(message), severity));
  };
  auto const& url = reached.url;
  if (url.empty()) return problems;
  bool const tls = url.scheme() == "https";
  if (!tls && reached.sends_key && !is_local(url.host()))
    say(Severity::warning, url_key, "unencrypted",
        "sends the key over the internet without encryption; use https");
  if (!reached.verify_tls && !tls)
    say(Severity::hint, "verify_tls", "unused", "changes nothing, the address is not https");
  if (!reached.verify_tls && tls && !is_local(url.host()))
    say(Severity::warning, "verify_tls", "unverified",
        "lets anybody on the way pretend to be the server; use ca_file instead");
  if (!reached.verify_tls && reached.has_ca_file)
    say(Severity::warning, "ca_file", "unused", "changes nothing while verify_tls is false");
  return problems;
}

}  // namespace sievarr::config

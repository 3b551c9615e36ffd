#include "rules.hpp"

#include "address.hpp"

#include <sievarr/base/ascii.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/config/check_network.hpp>
#include <sievarr/value/host.hpp>

#include <algorithm>

namespace sievarr::serve {
namespace {

/// A host without its port: "[::1]:80" is "[::1]".
std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, std::min(host.find(']') + 1, host.size()));
  return host.substr(0, host.find(':'));
}

/// A host and port, without a port that its scheme has anyway.
std::string_view without_usual_port(std::string_view host) {
  for (std::string_view const usual : {":80", ":443"})
    if (host.ends_with(usual) && without_port(host).size() + usual.size() == host.size())
      host.remove_suffix(usual.size());
  return host;
}

bool is_trusted(std::string_view peer, Rules const& rules) {
  auto const address = read_address(peer);
  return address && std::any_of(rules.proxies.begin(), rules.proxies.end(),
                                [&](auto const& range) { return lies_in(*address, range); });
}

/// The last item of a list in a header, which is what the nearest proxy wrote.
std::string_view take_last(std::string_view& list) {
  auto const comma = list.rfind(',');
  auto const last = comma == list.npos ? list : list.substr(comma + 1);
  list = comma == list.npos ? std::string_view{} : list.substr(0, comma);
  return trimmed(last);
}

/// The nearest address on the way that is no proxy of ours.
std::string client_of(std::string_view forwarded, std::string const& peer, Rules const& rules) {
  std::string client = peer;
  while (!forwarded.empty()) {
    auto const hop = take_last(forwarded);
    if (!read_address(hop)) return client;
    client = std::string(hop);
    if (!is_trusted(hop, rules)) return client;
  }
  return client;
}

}  // namespace

Rules rules_of(config::Server const& server, value::Secret key) {
  Rules rules{.key = std::move(key), .protect_metrics = server.protect_metrics};
  if (server.url_base.text() != "/") rules.base = server.url_base.text();
  for (auto const& host : server.allowed_hosts)
    rules.hosts.push_back(ascii_lowered(std::string(without_usual_port(host))));
  for (auto const& range : server.trusted_proxies) rules.proxies.push_back(range);
  return rules;
}

Visitor visitor_of(http::Call const& call, Rules const& rules) {
  auto const& headers = call.request.headers;
  auto const said = [&](std::string_view name) {
    return wire::header(headers, name).value_or(std::string_view{});
  };
  Visitor visitor{.address = call.peer, .host = ascii_lowered(std::string(trimmed(said("Host"))))};
  if (rules.proxies.empty() || !is_trusted(call.peer, rules)) return visitor;
  visitor.address = client_of(said("X-Forwarded-For"), call.peer, rules);
  auto hosts = said("X-Forwarded-Host");
  if (auto const host = take_last(hosts); !host.empty())
    visitor.host = ascii_lowered(std::string(host));
  auto schemes = said("X-Forwarded-Proto");
  visitor.tls = take_last(schemes) == "https";
  return visitor;
}

bool is_allowed(std::string_view host, Rules const& rules) {
  auto const name = without_port(host);
  if (name.empty()) return false;
  auto const listed = [&](std::string_view each) {
    return std::find(rules.hosts.begin(), rules.hosts.end(), each) != rules.hosts.end();
  };
  if (listed(without_usual_port(host)) || listed(name)) return true;
  if (value::is_ipv4(name) || name == "localhost") return true;
  if (name.starts_with('[')) return value::is_ipv6(name.substr(1, name.size() - 2));
  return value::is_host_name(name) && config::is_local(name);
}

bool is_ours(std::string_view origin, Visitor const& visitor, Rules const& rules) {
  auto const scheme = origin.find("://");
  if (scheme == origin.npos) return false;
  auto const host = ascii_lowered(std::string(without_usual_port(origin.substr(scheme + 3))));
  if (host == without_usual_port(visitor.host)) return true;
  return std::find(rules.hosts.begin(), rules.hosts.end(), host) != rules.hosts.end();
}

std::string_view cookie(wire::Headers const& headers, std::string_view name) {
  for (auto const& header : headers) {
    if (!wire::same_header(header.name, "Cookie")) continue;
    std::string_view rest = header.value;
    while (!rest.empty()) {
      auto const pair = trimmed(rest.substr(0, rest.find(';')));
      rest.remove_prefix(
          std::min(rest.size(), rest.find(';') == rest.npos ? rest.size() : rest.find(';') + 1));
      auto const equals = pair.find('=');
      if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    }
  }
  return {};
}

}  // namespace sievarr::serve

#include "rules.hpp"

#include <sievarr/access/address.hpp>
#include <sievarr/base/ascii.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/config/check_access.hpp>
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
  auto const address = access::read_address(peer);
  return address && std::any_of(rules.proxies.begin(), rules.proxies.end(), [&](auto const& range) {
           return access::lies_in(*address, range);
         });
}

/// Whether a peer may say who asks: the config names its very address, or it knows the secret.
bool may_name_users(http::Call const& call, Rules const& rules) {
  auto const& secret = rules.access.proxy_secret;
  auto const said = wire::header(call.request.headers, "X-Proxy-Secret");
  if (secret && secret->opens() && said &&
      value::Secret(std::string(trimmed(*said))).same_as(*secret))
    return true;
  auto const address = access::read_address(call.peer);
  return address && std::any_of(rules.proxies.begin(), rules.proxies.end(), [&](auto const& range) {
           return config::is_single(range) && access::lies_in(*address, range);
         });
}

/// All headers of a name as the one list that they are.
std::string joined(wire::Headers const& headers, std::string_view name) {
  std::string list;
  for (auto const& header : headers)
    if (wire::same_header(header.name, name))
      list.append(list.empty() ? "" : ", ").append(header.value);
  return list;
}

/// Whether a request says that somebody has passed it on.
bool is_passed_on(wire::Headers const& headers) {
  constexpr std::string_view names[] = {"Forwarded",         "Via",       "X-Forwarded-For",
                                        "X-Forwarded-Host",  "X-Real-IP", "X-Forwarded-Proto",
                                        "X-Forwarded-Server"};
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) {
    return wire::header(headers, name).has_value();
  });
}

access::Nearness nearness_of(std::string_view text) {
  auto const address = access::read_address(text);
  if (!address) return access::Nearness::unclear;
  return access::is_local_address(*address) ? access::Nearness::local : access::Nearness::away;
}

/// The last item of a list in a header, which is what the nearest proxy wrote.
std::string_view take_last(std::string_view& list) {
  auto const comma = list.rfind(',');
  auto const last = comma == list.npos ? list : list.substr(comma + 1);
  list = comma == list.npos ? std::string_view{} : list.substr(0, comma);
  return trimmed(last);
}

/// The nearest address on the way that is no proxy of ours, and how near that is.
void put_client(Visitor& visitor, std::string_view forwarded, Rules const& rules) {
  visitor.nearness = access::Nearness::unclear;
  while (!forwarded.empty()) {
    auto const hop = take_last(forwarded);
    auto const nearness = nearness_of(hop);
    if (nearness == access::Nearness::unclear) {
      visitor.nearness = nearness;
      return;
    }
    visitor.address = std::string(hop);
    visitor.nearness = nearness;
    if (!is_trusted(hop, rules)) return;
  }
}

}  // namespace

Rules rules_of(config::Server const& server, config::Access const& access, value::Secret key) {
  Rules rules{.key = std::move(key), .protect_metrics = server.protect_metrics, .access = access};
  if (server.url_base.text() != "/") rules.base = server.url_base.text();
  for (auto const& host : server.allowed_hosts)
    rules.hosts.push_back(ascii_lowered(std::string(without_usual_port(host))));
  for (auto const& range : server.trusted_proxies) rules.proxies.push_back(range);
  return rules;
}

Visitor visitor_of(http::Call const& call, Rules const& rules) {
  auto const& headers = call.request.headers;
  auto const host = wire::header(headers, "Host").value_or("");
  Visitor visitor{.address = call.peer, .host = ascii_lowered(std::string(trimmed(host)))};
  if (rules.proxies.empty() || !is_trusted(call.peer, rules)) {
    // Somebody stands between us and the client, and nobody knows whether they tell the truth.
    if (!is_passed_on(headers)) visitor.nearness = nearness_of(call.peer);
    return visitor;
  }
  put_client(visitor, joined(headers, "X-Forwarded-For"), rules);
  auto const hosts = joined(headers, "X-Forwarded-Host");
  std::string_view names = hosts;
  if (auto const name = take_last(names); !name.empty())
    visitor.host = ascii_lowered(std::string(name));
  auto const schemes = joined(headers, "X-Forwarded-Proto");
  std::string_view ways = schemes;
  visitor.tls = take_last(ways) == "https";
  return visitor;
}

access::ProxyWord proxy_word(http::Call const& call, Rules const& rules) {
  using access::ProxyWord;
  if (rules.access.mode != config::AccessMode::external || !may_name_users(call, rules))
    return ProxyWord::none;
  std::size_t count = 0;
  std::string_view user;
  for (auto const& header : call.request.headers) {
    if (!wire::same_header(header.name, rules.access.proxy_header)) continue;
    ++count;
    user = trimmed(header.value);
  }
  if (count > 1) return ProxyWord::twice;
  if (user.empty()) return ProxyWord::none;
  return user == trimmed(rules.access.user) ? ProxyWord::user : ProxyWord::another;
}

std::string_view session_cookie(Visitor const& visitor, Rules const& rules) {
  if (!visitor.tls) return "sievarr";
  return rules.base.empty() ? "__Host-sievarr" : "__Secure-sievarr";
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

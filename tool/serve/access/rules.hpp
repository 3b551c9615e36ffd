#pragma once

#include "http/answer.hpp"

#include <sievarr/access/may.hpp>
#include <sievarr/config/access.hpp>
#include <sievarr/config/server.hpp>
#include <sievarr/value/secret.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::serve {

/// Which requests the server answers, by the config in force.
struct Rules {
  value::Secret key;
  std::string base = "";  ///< "/sievarr", or nothing.
  std::vector<std::string> hosts = {};
  std::vector<config::AddressRange> proxies = {};
  bool protect_metrics = false;
  config::Access access = {};
};

Rules rules_of(config::Server const& server, config::Access const& access, value::Secret key);

/// The client of a request, as far as proxies that are trusted say.
struct Visitor {
  std::string address;
  std::string host;  ///< Which name it asked for, perhaps with a port.
  bool tls = false;
  access::Nearness nearness = access::Nearness::unclear;
};

Visitor visitor_of(http::Call const& call, Rules const& rules);

/// Whether a browser may have come by that name: an address, a name of this house, or one that the
/// config allows. Any other may be somebody's who makes it lead here.
bool is_allowed(std::string_view host, Rules const& rules);

/// Whether a page of that origin is ours.
bool is_ours(std::string_view origin, Visitor const& visitor, Rules const& rules);

/// How the proxy in front of us names who asks, where it may say so.
access::ProxyWord proxy_word(http::Call const& call, Rules const& rules);

/// The name of the cookie that holds a session: browsers let nobody else set one that begins so.
std::string_view session_cookie(Visitor const& visitor, Rules const& rules);

/// The value of a cookie, if a request has one of that name.
std::string_view cookie(wire::Headers const& headers, std::string_view name);

}  // namespace sievarr::serve

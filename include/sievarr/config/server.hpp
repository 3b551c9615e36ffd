#pragma once

#include <sievarr/config/address_range.hpp>
#include <sievarr/config/url_base.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/set.hpp>

#include <optional>
#include <string>

namespace sievarr::config {

/// The page, the API and the metrics of the daemon.
struct Server {
  bool enabled = true;
  std::string host = "0.0.0.0";
  value::Bounded<int, 1, 65'535, 8080> port;
  UrlBase url_base;
  std::optional<value::Secret> api_key;
  value::Set<std::string> allowed_hosts;
  value::Set<AddressRange> trusted_proxies;
  bool protect_metrics = false;
  bool edit_config = false;
};
BOOST_DESCRIBE_STRUCT(Server, (),
                      (enabled, host, port, url_base, api_key, allowed_hosts, trusted_proxies,
                       protect_metrics, edit_config))

constexpr auto notes_of(reflect::Of<Server>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Server::enabled>{.text = "Whether the daemon listens at all.",
                             .facts = {.restart = true}},
      Note<&Server::host>{.text = "Address to listen at.", .facts = {.restart = true}},
      Note<&Server::port>{.text = "Port to listen at.", .facts = {.restart = true}},
      Note<&Server::url_base>{.text = "Path below which it answers, for reverse proxies."},
      Note<&Server::api_key>{
          .text = "Key of the API; one is generated and stored where none is given.",
          .example = "${SIEVARR_API_KEY}"},
      Note<&Server::allowed_hosts>{.text = "Names by which browsers may reach the page.",
                                   .example = "[sievarr.example.org]"},
      Note<&Server::trusted_proxies>{.text = "Proxies whose word about the client counts.",
                                     .example = "[172.16.0.0/12]"},
      Note<&Server::protect_metrics>{.text = "Whether /metrics and /ready need the key as well."},
      Note<&Server::edit_config>{.text = "Whether the page and the API may change this file."},
  };
}

}  // namespace sievarr::config

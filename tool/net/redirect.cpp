#include "redirect.hpp"

#include <sievarr/base/text.hpp>

#include <optional>
#include <string>

namespace sievarr::net {
namespace {

struct Origin {
  std::string scheme;
  std::string host;
  std::string port;
};

std::optional<Origin> origin_of(std::string_view address) {
  auto const mark = address.find("://");
  if (mark == std::string_view::npos) return std::nullopt;
  Origin origin{.scheme = fold(address.substr(0, mark))};
  if (origin.scheme != "http" && origin.scheme != "https") return std::nullopt;
  auto authority = address.substr(mark + 3);
  authority = authority.substr(0, authority.find_first_of("/?#\\"));
  if (authority.find('@') != std::string_view::npos) return std::nullopt;
  auto const bracket = authority.find(']');
  auto const colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  origin.host = fold(authority.substr(0, colon));
  if (colon != std::string_view::npos) origin.port = authority.substr(colon + 1);
  if (origin.port.empty()) origin.port = origin.scheme == "https" ? "443" : "80";
  return origin;
}

}  // namespace

bool may_lead(std::string_view from, std::string_view to) {
  auto const here = origin_of(from);
  auto const there = origin_of(to);
  if (!here || !there || here->host != there->host) return false;
  if (here->scheme == there->scheme) return here->port == there->port;
  return there->scheme == "https";
}

}  // namespace sievarr::net

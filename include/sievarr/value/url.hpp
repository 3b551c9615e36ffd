#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>
#include <sievarr/value/host.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::value {

/// The address of a server: http or https, a host, perhaps a port and a path to stand below. Kept
/// in one spelling: small letters, no port where it is the usual one, no slash at the end. The
/// default is no address.
class Url {
 public:
  static constexpr reflect::Shape shape{
      .expected = "an address such as http://sonarr:8989",
      .example = "http://sonarr:8989",
      .pattern = "^\\s*[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@]+(/[^\\s?#]*)?\\s*$",
      .format = "uri"};

  Url() = default;

  static Result<Url, Misfit> read(std::string_view text) {
    text = trimmed(text);
    auto const mark = text.find("://");
    if (mark == std::string_view::npos) return unread(text, with_scheme(text));
    Url url;
    url.scheme_ = fold(text.substr(0, mark));
    if (url.scheme_ != "http" && url.scheme_ != "https") return unread(text);
    auto authority = text.substr(mark + 3);
    auto const path_at = std::min(authority.find_first_of("/?#\\"), authority.size());
    auto const path = authority.substr(path_at);
    authority = authority.substr(0, path_at);
    if (auto const at = authority.rfind('@'); at != std::string_view::npos)
      return with_credentials(text.substr(0, mark + 3), authority.substr(at + 1), path);
    if (path.find_first_of("?#") != std::string_view::npos) return with_query(text);
    if (auto misfit = url.take_authority(authority)) return *std::move(misfit);
    if (!is_path(path)) return unread(text);
    url.path_ = path.substr(0, path.find_last_not_of('/') + 1);
    return url;
  }

  std::string const& scheme() const { return scheme_; }
  /// An IPv6 address stands in its brackets.
  std::string const& host() const { return host_; }
  std::uint16_t port() const { return port_.value_or(usual_port()); }
  /// Empty, or a path that begins with a slash and does not end with one.
  std::string const& path() const { return path_; }
  bool empty() const { return host_.empty(); }

  std::string text() const {
    if (empty()) return {};
    return scheme_ + "://" + host_ + (port_ ? ":" + to_text(*port_) : "") + path_;
  }

  /// The address of something below this one; there is exactly one slash in between.
  std::string join(std::string_view below) const {
    below.remove_prefix(std::min(below.find_first_not_of('/'), below.size()));
    return text() + "/" + std::string{below};
  }

  bool operator==(Url const&) const = default;

 private:
  std::uint16_t usual_port() const { return scheme_ == "https" ? 443 : 80; }

  std::optional<Misfit> take_authority(std::string_view authority) {
    auto const bracket = authority.find(']');
    auto const colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    auto const host = authority.substr(0, colon);
    bool const ipv6 = host.size() > 2 && host.front() == '[' && host.back() == ']' &&
                      is_ipv6(host.substr(1, host.size() - 2));
    if (!ipv6 && !is_ipv4(host) && !is_host_name(host))
      return Misfit{"bad-type", "expected a host name or an IP address behind " + scheme_ +
                                    "://, " + reflect::got(host)};
    host_ = fold(host);
    if (colon == std::string_view::npos) return std::nullopt;
    return take_port(authority.substr(colon + 1));
  }

  std::optional<Misfit> take_port(std::string_view text) {
    bool const digits = !text.empty() && leading_digits(text) == text.size();
    if (!digits)
      return Misfit{"bad-type", "expected a port behind the colon, " + reflect::got(text)};
    auto const port = to_integer(text);
    if (!port || *port < 1 || *port > 65'535)
      return Misfit{"out-of-range", "the port must be between 1 and 65535, " + reflect::got(text)};
    if (*port != usual_port()) port_ = static_cast<std::uint16_t>(*port);
    return std::nullopt;
  }

  /// Printable ASCII as a path may have it, percent signs with their digits, no way back up.
  static bool is_path(std::string_view path) {
    constexpr std::string_view allowed = "/-._~!$&'()*+,;=:@%";
    for (std::size_t at = 0; at < path.size(); ++at) {
      char const letter = path[at];
      if (!is_letter(letter) && !is_digit(letter) && allowed.find(letter) == allowed.npos)
        return false;
      bool const cut =
          letter == '%' && (path.size() - at < 3 || !is_hex(path[at + 1]) || !is_hex(path[at + 2]));
      if (cut) return false;
    }
    auto const closed = std::string{path} + "/";
    return closed.find("/./") == std::string::npos && closed.find("/../") == std::string::npos;
  }

  // What stands before an @ or behind a ? may be a key: such texts are never shown.

  static Misfit unread(std::string_view text, std::string instead = {}) {
    if (text.find_first_of("@?#") == std::string_view::npos)
      return reflect::unreadable(shape, text, instead);
    return {"bad-type", "expected " + std::string{shape.expected}, instead};
  }

  static std::string with_scheme(std::string_view text) {
    if (text.empty() || text.find_first_of("@?#") != std::string_view::npos) return {};
    auto const url = read("http://" + std::string{text});
    return url ? url->text() : std::string{};
  }

  static Misfit with_credentials(std::string_view scheme, std::string_view host,
                                 std::string_view path) {
    auto const mended = read(std::string{scheme}.append(host).append(path));
    return {"bad-type", "must not contain a user name or password, the key goes into api_key",
            mended ? mended->text() : std::string{}};
  }

  static Misfit with_query(std::string_view text) {
    auto const mended = read(text.substr(0, text.find_first_of("?#")));
    return {"bad-type", "must end with the path, without ? or # and what follows",
            mended ? mended->text() : std::string{}};
  }

  std::string scheme_;
  std::string host_;
  std::optional<std::uint16_t> port_;
  std::string path_;
};

}  // namespace sievarr::value

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/document/written.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::config {

/// Whether a range of addresses is one alone.
inline bool is_single(AddressRange const& range) {
  return range.bits() == (value::is_ipv4(range.address()) ? 32 : 128);
}

/// What is wrong with who may use the page and the API.
class CheckAccess {
 public:
  explicit CheckAccess(filter::Written written) : written_(std::move(written)) {}

  Problems of(Access const& access, Server const& server) && {
    if (access.mode == AccessMode::none)
      say(Severity::warning, "mode", "open-access",
          "lets everybody in who reaches the page, as the owner");
    if (access.mode == AccessMode::external && !has_trusted_proxy(access, server))
      say(Severity::error, "mode", "untrusted-proxy",
          "external needs a proxy whose word counts: set proxy_secret, or name the single address "
          "of the proxy in server.trusted_proxies");
    if (trimmed(access.user).empty())
      say(Severity::error, "user", "empty-value", "must not be empty");
    if (!is_header(access.proxy_header))
      say(Severity::error, "proxy_header", "bad-header",
          "expected the name of a header such as Remote-User, got " + quoted(access.proxy_header));
    check_password(access);
    check_span(access.session_idle, "session_idle");
    check_span(access.session_age, "session_age");
    return std::move(problems_);
  }

 private:
  void say(Severity severity, std::string_view key, std::string_view code, std::string message) {
    problems_.push_back(written_.at(key).problem(code, std::move(message), severity));
  }

  static bool has_trusted_proxy(Access const& access, Server const& server) {
    auto const& proxies = server.trusted_proxies;
    return (access.proxy_secret && access.proxy_secret->opens()) ||
           std::any_of(proxies.begin(), proxies.end(), is_single);
  }

  static bool is_header(std::string_view name) {
    auto const is_letter = [](char letter) {
      return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
             (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), is_letter);
  }

  void check_password(Access const& access) {
    constexpr std::size_t least = 8;
    auto const length = access.password ? access.password->reveal().size() : 0;
    if (length > 0 && length < least)
      say(Severity::warning, "password", "weak-password",
          "is easy to guess with " + to_text(static_cast<std::int64_t>(length)) +
              " letters; use at least " + to_text(static_cast<std::int64_t>(least)));
  }

  void check_span(value::SpanOfTime span, std::string_view key) {
    constexpr std::chrono::minutes least{5};
    if (span.seconds() < least)
      say(Severity::error, key, "out-of-range",
          "must be at least " + value::SpanOfTime{least}.text() + ", got " + span.text());
  }

  filter::Written written_;
  Problems problems_;
};

}  // namespace sievarr::config

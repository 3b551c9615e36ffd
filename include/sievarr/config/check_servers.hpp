#pragma once

#include <sievarr/config/check_network.hpp>
#include <sievarr/config/servers.hpp>
#include <sievarr/document/written.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// One server of a list may stand without the list.
inline filter::Written written_server(filter::Written const& list, std::size_t at) {
  return list && document::sequence(*list.node) ? list.at(at) : list;
}

/// What is wrong with the servers of a config, whatever their kinds: with each by itself, and with
/// one beside the other.
class CheckServers {
 public:
  explicit CheckServers(document::Node const& document)
      : root_{.node = &document, .place = document.place} {}

  Problems of(Config const& config) && {
    for_each_server_list(config, [this](auto const& list, std::string_view key) {
      for (std::size_t at = 0; at < list.size(); ++at)
        check(list[at], key, written_server(root_.at(key), at));
    });
    return std::move(problems_);
  }

 private:
  using Written = filter::Written;

  struct Known {
    std::string_view key;  ///< The list that it stands in.
    std::string name;
    value::Url url;
  };

  void say(Severity severity, Written const& written, std::string_view code, std::string message) {
    problems_.push_back(written.problem(code, std::move(message), severity));
  }

  template <ServerSection Section>
  void check(Section const& section, std::string_view key, Written const& written) {
    auto const& server = section.server;
    if (trimmed(server.name).empty())
      say(Severity::error, written.at("name"), "empty-value", "must not be empty");
    if (is_empty(written.at("api_key")))
      say(Severity::error, written.at("api_key"), "empty-value", "must not be empty");
    if (section.pace.timeout.seconds() < std::chrono::seconds{1})
      say(Severity::error, written.at("timeout"), "out-of-range",
          "must be at least 1s, got " + section.pace.timeout.text());
    append(problems_, check_server({.url = server.url,
                                    .sends_key = true,
                                    .verify_tls = section.trust.verify_tls,
                                    .has_ca_file = section.trust.ca_file.has_value()},
                                   written, "url"));
    compare({.key = key, .name = server.name, .url = server.url}, written);
  }

  /// Whether somebody wrote a value that says nothing.
  static bool is_empty(Written const& written) {
    auto const* text = written ? document::scalar(*written.node) : nullptr;
    return text && (document::is_null(*written.node) || trimmed(text->text).empty());
  }

  /// Names are shared by all lists: routes, metrics and messages say nothing but them.
  void compare(Known server, Written const& written) {
    for (auto const& other : known_) {
      if (same_text(other.name, server.name))
        say(Severity::error, written.at("name"), "duplicate-name",
            "another instance has the name " + quoted(server.name) + "; each needs its own");
      if (other.url == server.url && !server.url.empty()) say_same_server(other, server, written);
    }
    known_.push_back(std::move(server));
  }

  void say_same_server(Known const& other, Known const& server, Written const& written) {
    bool const routed = other.key == "sonarr" && server.key == "sonarr";
    say(Severity::warning, written.at("url"), "same-server",
        "is the server of the instance " + quoted(other.name) + " as well" +
            (routed ? "; selections can change folder and profile within one instance" : ""));
  }

  Written root_;
  std::vector<Known> known_;
  Problems problems_;
};

}  // namespace sievarr::config

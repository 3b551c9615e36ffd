#pragma once

#include <sievarr/config/servers.hpp>
#include <sievarr/document/path.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a change of a config may do to its secrets: whoever changes it knows none of those that
/// were there, so they go where they went before, and nowhere else.
namespace sievarr::config {

/// Calls visit(scalar, place) for each scalar of a tree.
template <class Visit>
void for_each_scalar(document::Node const& node, Visit const& visit) {
  if (auto const* text = document::scalar(node)) return visit(text->text, node.place);
  if (auto const* items = document::sequence(node))
    for (auto const& item : *items) for_each_scalar(item, visit);
  if (auto const* members = document::mapping(node))
    for (auto const& member : *members) for_each_scalar(member.value, visit);
}

/// The names of the variables that a text asks for; "$${" asks for none.
inline std::vector<std::string> variables_in(std::string_view text) {
  std::vector<std::string> names;
  for (auto at = text.find("${"); at != text.npos; at = text.find("${", at + 2)) {
    if (at > 0 && text[at - 1] == '$') continue;
    auto const inside = text.substr(at + 2, text.find('}', at) - at - 2);
    names.emplace_back(inside.substr(0, inside.find(":-")));
  }
  return names;
}

/// Variables that only the later text asks for: what they hold could be sent to any address.
inline Problems new_variables(document::Node const& before, document::Node const& after) {
  std::set<std::string, std::less<>> known;
  for_each_scalar(before, [&](std::string_view text, Place const&) {
    for (auto& name : variables_in(text)) known.insert(std::move(name));
  });
  Problems problems;
  for_each_scalar(after, [&](std::string_view text, Place const& place) {
    for (auto const& name : variables_in(text))
      if (!known.contains(name))
        problems.push_back({.place = place,
                            .path = {},
                            .message = "asks for ${" + name +
                                       "}, which the config in force does not; put it into the "
                                       "file by hand",
                            .code = "new-variable",
                            .fix = {}});
  });
  return problems;
}

/// Where a secret is sent.
struct Destination {
  std::string path;  ///< Of the section: "sonarr[1]".
  std::string address;
  bool verify_tls = true;
  value::Secret secret;
};

/// Everything that a config sends a secret to.
inline std::vector<Destination> destinations_of(Config const& config) {
  std::vector<Destination> all;
  all.push_back({.path = "tvmaze",
                 .address = config.tvmaze.base_url.text(),
                 .verify_tls = config.tvmaze.trust.verify_tls,
                 .secret = config.tvmaze.api_key.value_or(value::Secret{})});
  for_each_server(config, [&](auto const& section, std::string path) {
    all.push_back({.path = std::move(path),
                   .address = section.server.url.text(),
                   .verify_tls = section.trust.verify_tls,
                   .secret = section.server.api_key});
  });
  std::erase_if(all, [](Destination const& each) { return each.secret.empty(); });
  return all;
}

/// Whether a secret went there before.
inline bool went_there(std::vector<Destination> const& before, Destination const& now) {
  return std::any_of(before.begin(), before.end(), [&](Destination const& was) {
    return was.secret.same_as(now.secret) && was.address == now.address &&
           (now.verify_tls || !was.verify_tls);
  });
}

/// What a text that was sent says at "sonarr.api_key", be it alone or the only one of a list.
inline document::Node const* sent_secret(document::Node const& sent, std::string const& section) {
  for (auto const* const step : {"", "[0]"})
    if (auto const path = document::read_path(section + step + ".api_key"))
      if (auto const* found = document::find(sent, *path)) return found;
  return nullptr;
}

/// Secrets that would go to an address that they did not go to before, and were not written anew
/// by whoever sent the change.
inline Problems secrets_sent_elsewhere(Config const& before, Config const& after,
                                       document::Node const& sent) {
  auto const known = destinations_of(before);
  Problems problems;
  for (auto const& now : destinations_of(after)) {
    if (went_there(known, now)) continue;
    auto const* found = sent_secret(sent, now.path);
    auto const* text = found ? document::scalar(*found) : nullptr;
    if (text && variables_in(text->text).empty()) continue;
    problems.push_back({.place = found ? found->place : Place{},
                        .path = now.path + ".api_key",
                        .message = "must be entered again, since its address has changed",
                        .code = "secret-needed",
                        .fix = {}});
  }
  return problems;
}

}  // namespace sievarr::config

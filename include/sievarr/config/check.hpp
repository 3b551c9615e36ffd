#pragma once

#include <sievarr/config/check_access.hpp>
#include <sievarr/config/check_network.hpp>
#include <sievarr/config/check_servers.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/document/written.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// What no single value shows: rules across keys and sections.
class Check {
 public:
  explicit Check(document::Node const& document)
      : document_(document), root_{.node = &document, .place = document.place} {}

  Problems of(Config const& config) && {
    check(config.tvmaze);
    check(config.sync);
    append(problems_, CheckServers(document_).of(config));
    check_sonarrs(config);
    check(config.filter);
    check(config.storage);
    check(config.server);
    append(problems_, CheckAccess(root_.at("access")).of(config.access, config.server));
    return std::move(problems_);
  }

 private:
  using Written = filter::Written;

  void say(Severity severity, Written const& written, std::string_view code, std::string message) {
    problems_.push_back(written.problem(code, std::move(message), severity));
  }

  void check(Tvmaze const& tvmaze) {
    auto const written = root_.at("tvmaze");
    append(problems_, check_server({.url = tvmaze.base_url,
                                    .sends_key = tvmaze.api_key && !tvmaze.api_key->empty(),
                                    .verify_tls = tvmaze.trust.verify_tls,
                                    .has_ca_file = tvmaze.trust.ca_file.has_value()},
                                   written, "base_url"));
  }

  void check(Sync const& sync) {
    auto const written = root_.at("sync");
    using namespace std::chrono;
    check_at_least(sync.poll_interval, minutes{1}, written.at("poll_interval"));
    check_at_least(sync.retry_delay, minutes{1}, written.at("retry_delay"));
    if (sync.poll_interval.seconds() >= minutes{1} && sync.poll_interval.seconds() < hours{1})
      say(Severity::hint, written.at("poll_interval"), "short-interval",
          "the catalogue's list of updates is renewed once an hour");
    if (sync.retry_delay > sync.abandon_after)
      say(Severity::warning, written.at("retry_delay"), "never-retried",
          "is longer than abandon_after (" + sync.abandon_after.text() +
              "), so no show is looked at again");
    if (sync.max_adds_per_cycle == 0)
      say(Severity::warning, written.at("max_adds_per_cycle"), "never-adds",
          "with 0 nothing is ever added");
  }

  void check_at_least(value::SpanOfTime span, std::chrono::seconds least, Written const& written) {
    if (span.seconds() < least)
      say(Severity::error, written, "out-of-range",
          "must be at least " + value::SpanOfTime{least}.text() + ", got " + span.text());
  }

  void check_sonarrs(Config const& config) {
    auto const& all = config.sonarr;
    bool const used =
        std::any_of(all.begin(), all.end(), [](Sonarr const& each) { return each.server.enabled; });
    if (!used && !config.dry_run)
      say(Severity::warning, root_.at("dry_run"), "no-instance",
          all.empty() ? "there is no sonarr to send anything to"
                      : "no sonarr is enabled, so there is none to send anything to");
    for (std::size_t at = 0; at < all.size(); ++at)
      check(all[at], written_server(root_.at("sonarr"), at));
  }

  void check(Sonarr const& sonarr, Written const& written) {
    check_folder(sonarr.root_folder, written.at("root_folder"));
    check_repeats(sonarr.tags, written.at("tags"));
    if (sonarr.language_profile)
      say(Severity::hint, written.at("language_profile"), "language-profile",
          "only Sonarr 3 has language profiles, later versions ignore this");
  }

  void check(filter::Filter const& filter) {
    auto const selections = root_.at("selections");
    for (std::size_t i = 0; i < filter.selections.size(); ++i)
      check_repeats(filter.selections[i].sonarr.tags, selections.at(i).at("sonarr").at("tags"));
    check_repeats(filter.always, root_.at("always"));
    check_repeats(filter.never, root_.at("never"));
  }

  template <class T>
  void check_repeats(value::Set<T> const& items, Written const& written) {
    std::set<std::string> known;
    std::size_t index = 0;
    for (auto const& item : items) {
      if (!known.insert(fold(item.text())).second)
        say(Severity::hint, written.at(index), "repeated-value",
            quoted(item.text()) + " is named twice");
      ++index;
    }
  }

  /// Folders begin with a slash, or with a letter and a colon where Sonarr runs on Windows.
  void check_folder(target::NameOrNumber const& folder, Written const& written) {
    auto const& text = folder.text();
    bool const drive = text.size() > 2 && text[1] == ':';
    bool const path = text.starts_with('/') || text.starts_with('\\') || drive;
    if (written && !text.empty() && !path && !folder.number())
      say(Severity::warning, written, "relative-path",
          quoted(text) +
              " is neither a whole path nor a number; Sonarr knows its folders by those");
  }

  void check(Storage const& storage) {
    auto const written = root_.at("storage").at("path");
    if (trimmed(storage.path).empty())
      say(Severity::error, written, "empty-value", "must not be empty");
    else if (!storage.path.starts_with('/'))
      say(Severity::hint, written, "relative-path",
          "is not a whole path, so it depends on where the program is started");
  }

  void check(Server const& server) {
    constexpr std::size_t least = 16;
    auto const length = server.api_key ? server.api_key->reveal().size() : 0;
    if (length > 0 && length < least)
      say(Severity::warning, root_.at("server").at("api_key"), "weak-key",
          "is easy to guess with " + std::to_string(length) + " letters; use at least " +
              std::to_string(least));
  }

  document::Node const& document_;
  Written root_;
  Problems problems_;
};

/// Everything wrong with a config that its single values do not show.
inline Problems check(Config const& config, document::Node const& document) {
  return Check(document).of(config);
}

}  // namespace sievarr::config

#pragma once

#include <sievarr/config/check_network.hpp>
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
      : root_{.node = &document, .place = document.place} {}

  Problems of(Config const& config) && {
    check(config.tvmaze);
    check(config.sync);
    check_instances(config);
    check(config.filter);
    check(config.storage);
    check(config.server);
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
                                    .verify_tls = tvmaze.verify_tls,
                                    .has_ca_file = tvmaze.ca_file.has_value()},
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

  void check_instances(Config const& config) {
    auto const written = root_.at("sonarr");
    if (config.sonarr.empty() && !config.dry_run)
      say(Severity::warning, root_.at("dry_run"), "no-instance",
          "there is no sonarr to send anything to");
    for (std::size_t i = 0; i < config.sonarr.size(); ++i) {
      auto const here = instance_at(written, i);
      check(config.sonarr[i], here);
      for (std::size_t before = 0; before < i; ++before)
        compare(config.sonarr[before], config.sonarr[i], here);
    }
  }

  /// One instance may stand without a list.
  static Written instance_at(Written const& written, std::size_t index) {
    bool const list = written && document::sequence(*written.node);
    return list ? written.at(index) : written;
  }

  /// Whether somebody wrote a value that says nothing.
  static bool is_empty(Written const& written) {
    auto const* text = written ? document::scalar(*written.node) : nullptr;
    return text && (document::is_null(*written.node) || trimmed(text->text).empty());
  }

  void compare(Instance const& first, Instance const& second, Written const& written) {
    if (same_text(first.name, second.name))
      say(Severity::error, written.at("name"), "duplicate-name",
          "another instance has the name " + quoted(second.name) + "; each needs its own");
    if (first.url == second.url && !second.url.empty())
      say(Severity::warning, written.at("url"), "same-server",
          "is the server of the instance " + quoted(first.name) +
              " as well; selections can change folder and profile within one instance");
  }

  void check(Instance const& instance, Written const& written) {
    if (trimmed(instance.name).empty())
      say(Severity::error, written.at("name"), "empty-value", "must not be empty");
    if (is_empty(written.at("api_key")))
      say(Severity::error, written.at("api_key"), "empty-value", "must not be empty");
    check_at_least(instance.timeout, std::chrono::seconds{1}, written.at("timeout"));
    check_folder(instance.root_folder, written.at("root_folder"));
    check_repeats(instance.tags, written.at("tags"));
    if (instance.language_profile)
      say(Severity::hint, written.at("language_profile"), "language-profile",
          "only Sonarr 3 has language profiles, later versions ignore this");
    append(problems_, check_server({.url = instance.url,
                                    .sends_key = true,
                                    .verify_tls = instance.verify_tls,
                                    .has_ca_file = instance.ca_file.has_value()},
                                   written, "url"));
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

  Written root_;
  Problems problems_;
};

/// Everything wrong with a config that its single values do not show.
inline Problems check(Config const& config, document::Node const& document) {
  return Check(document).of(config);
}

}  // namespace sievarr::config

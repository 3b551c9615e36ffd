#include "suitability.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/spelling.hpp>

#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using Blames = Refusal::Blames;

Problem problem(std::string path, std::string_view code, std::string message) {
  return {.path = std::move(path), .message = std::move(message), .code = code, .fix = {}};
}

std::string with_hint(Failure const& failure) {
  return failure.hint.empty() ? failure.text : failure.text + "; " + failure.hint;
}

}  // namespace

Problem problem_of(std::string const& path, Refusal const& refusal) {
  bool const is_key = refusal.blames == Blames::api_key;
  return problem(path + (is_key ? ".api_key" : ".url"), is_key ? "wrong-key" : "wrong-address",
                 with_hint(refusal.failure));
}

Problems complaints_about(wire::arr::Status const& status, config::Instance const& instance,
                          std::string const& path) {
  auto const version = quoted(status.version);
  auto const there = " at " + instance.url.text();
  if (!status.app_name.empty() && !same_text(status.app_name, "Sonarr"))
    return {
        problem(path + ".url", "wrong-address",
                "expected a Sonarr" + there + ", got " + quoted(status.app_name) + " " + version)};
  if (status.major() == 0)
    return {problem(path + ".url", "wrong-address",
                    "expected a Sonarr that tells its version" + there + ", got " + version)};
  if (status.major() < oldest_major)
    return {problem(
        path + ".url", "old-version",
        "expected Sonarr 3 or newer" + there + ", got " + version + "; update that Sonarr")};
  return {};
}

/// Whatever stands before a Sonarr may add its URL base, so this is a guess.
Problems warnings_about(wire::arr::Status const& status, config::Instance const& instance,
                        std::string const& path) {
  auto const& url = instance.url;
  if (status.url_base.empty() || status.url_base == "/" || !url.path().empty()) return {};
  auto const meant = value::Url::read(url.join(status.url_base));
  auto warning =
      problem(path + ".url", "missing-url-base",
              "the URL base " + quoted(status.url_base) + " of " + quoted(instance.name) +
                  " is missing, so it may have to lead us there each time" +
                  (meant ? "; set url to " + meant->text() : std::string()));
  warning.severity = Severity::warning;
  return {std::move(warning)};
}

}  // namespace sievarr::arr

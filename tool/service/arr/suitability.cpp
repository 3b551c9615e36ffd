#include "suitability.hpp"

#include <sievarr/base/number.hpp>
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

}  // namespace

Problem problem_of(std::string const& path, Refusal const& refusal) {
  bool const is_key = refusal.blames == Blames::api_key;
  return problem(path + (is_key ? ".api_key" : ".url"), is_key ? "wrong-key" : "wrong-address",
                 refusal.failure.told());
}

Problems complaints_about(wire::arr::Status const& status, ServerEntry const& server,
                          std::string const& path) {
  std::string const app{server.kind.app};
  auto const version = quoted(status.version);
  auto const at_url = " at " + server.url.text();
  if (!status.app_name.empty() && !same_text(status.app_name, app))
    return {
        problem(path + ".url", "wrong-address",
                "expected a " + app + at_url + ", got " + quoted(status.app_name) + " " + version)};
  if (status.major() == 0)
    return {problem(path + ".url", "wrong-address",
                    "expected a " + app + " that tells its version" + at_url + ", got " + version)};
  if (status.major() >= server.kind.oldest) return {};
  return {problem(path + ".url", "old-version",
                  "expected " + app + " " + to_text(server.kind.oldest) + " or newer" + at_url +
                      ", got " + version + "; update that " + app)};
}

/// Whatever stands before a server may add its URL base, so this is a guess.
Problems warnings_about(wire::arr::Status const& status, ServerEntry const& server,
                        std::string const& path) {
  auto const& url = server.url;
  if (status.url_base.empty() || status.url_base == "/" || !url.path().empty()) return {};
  auto const meant = value::Url::read(url.join(status.url_base));
  auto warning = problem(path + ".url", "missing-url-base",
                         "the URL base " + quoted(status.url_base) + " of " + quoted(server.name) +
                             " is missing, so it may have to lead us there each time" +
                             (meant ? "; set url to " + meant->text() : std::string()));
  warning.severity = Severity::warning;
  return {std::move(warning)};
}

}  // namespace sievarr::arr

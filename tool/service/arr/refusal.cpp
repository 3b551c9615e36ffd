#include "refusal.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/wire/arr/complaints.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using Kind = Failure::Kind;
using Blames = Refusal::Blames;

std::string app_of(SentRequest const& sent) { return std::string(sent.kind.app); }

std::string no_address_of(SentRequest const& sent) {
  return sent.url.text() + " is not the address of a " + app_of(sent) + "'s API";
}

std::string url_hint(SentRequest const& sent) {
  return "check url; where " + app_of(sent) + " has a URL base it ends with that, as in " +
         std::string(sent.kind.address) + "/" + std::string(sent.kind.section);
}

/// The path that a server leads to, up to its API: its URL base.
std::string base_in(std::string_view location) {
  if (auto const mark = location.find("://"); mark != location.npos)
    location.remove_prefix(std::min(location.find('/', mark + 3), location.size()));
  auto const api = location.find("/api/v");
  return api == location.npos ? std::string() : std::string(location.substr(0, api));
}

Refusal led_away(SentRequest const& sent, wire::Response const& response) {
  auto const& url = sent.url;
  auto const location = wire::header(response.headers, "Location").value_or("");
  auto const base = base_in(location);
  bool const is_base = !base.empty() && base != url.path();
  auto const port = url.text().substr(0, url.text().size() - url.path().size());
  auto const meant = value::Url::read(port + base);
  return {.failure = {.kind = Kind::refused,
                      .text = url.text() + " leads to " + quoted(wire::shown_address(location)),
                      .hint = is_base && meant
                                  ? "the URL base is missing, set url to " + meant->text()
                                  : "check url, and what stands before that " + app_of(sent)},
          .blames = Blames::url};
}

Refusal no_json(SentRequest const& sent, wire::Response const& response) {
  auto const type = wire::content_type(response.headers);
  auto const found = type == "text/html" ? "a web page" : type.empty() ? "no type" : quoted(type);
  return {.failure = {.kind = Kind::malformed,
                      .text = no_address_of(sent) + ": it answered " + to_text(response.status) +
                              " with " + found + " instead of JSON",
                      .hint = url_hint(sent)},
          .blames = Blames::url};
}

Refusal without_key(SentRequest const& sent, wire::Response const& response) {
  auto const& url = sent.url;
  if (response.status == 403)
    return {.failure = {.kind = Kind::denied,
                        .text = url.text() + " answered 403, it does not let us in",
                        .hint = "check api_key, and what stands before that " + app_of(sent)},
            .blames = Blames::api_key};
  return {.failure = {.kind = Kind::denied,
                      .text = url.text() + " does not accept the key",
                      .hint = "copy it into api_key from Settings, General, Security in " +
                              app_of(sent)},
          .blames = Blames::api_key};
}

Refusal nothing_there(SentRequest const& sent) {
  return {.failure = {.kind = Kind::missing,
                      .text = no_address_of(sent) + ": it answered 404",
                      .hint = url_hint(sent)},
          .blames = Blames::url};
}

/// What it said itself, where it said something.
Failure told(Failure failure, wire::Response const& response, bool is_lookup) {
  auto const complaints = wire::arr::read_complaints(response.body);
  if (!complaints.empty()) failure.text += ": " + wire::arr::all_said(complaints);
  if (response.status != 503) return failure;
  failure.hint = is_lookup ? "its metadata service does not answer, or it is starting; it is asked "
                             "again later"
                           : "it is starting or being updated, it is asked again later";
  return failure;
}

}  // namespace

std::string SentRequest::label() const { return wire::shown_address(request.target); }

std::optional<Refusal> refusal(SentRequest const& sent, wire::Response const& response,
                               Instant now) {
  if (response.status == 401 || response.status == 403) return without_key(sent, response);
  if (response.status >= 300 && response.status < 400) return led_away(sent, response);
  if (response.status == 404 && !wire::is_json(response)) return nothing_there(sent);
  if (auto failure = wire::failure_of(response, sent.label(), now)) {
    bool const is_lookup = sent.request.target.find("/lookup?") != std::string::npos;
    return Refusal{.failure = told(*std::move(failure), response, is_lookup)};
  }
  if (!wire::is_json(response)) return no_json(sent, response);
  return std::nullopt;
}

}  // namespace sievarr::arr

#include "credential.hpp"

#include <sievarr/base/text.hpp>

#include <utility>

namespace sievarr::serve {

bool changes_something(wire::Method method) {
  return method != wire::Method::get && method != wire::Method::head &&
         method != wire::Method::options;
}

std::string_view given_key(wire::Headers const& headers) {
  if (auto const key = wire::header(headers, "X-Api-Key")) return trimmed(*key);
  auto const authorization = wire::header(headers, "Authorization").value_or("");
  constexpr std::string_view scheme = "bearer ";
  if (authorization.size() > scheme.size() &&
      wire::same_header(authorization.substr(0, scheme.size()), scheme))
    return trimmed(authorization.substr(scheme.size()));
  return {};
}

Denied denied_because(api::Wrong wrong, std::string title, std::string detail) {
  return {.refusal = api::refusal(wrong, std::move(title), std::move(detail))};
}

Denied foreign_origin(std::string_view origin) {
  return denied_because(
      api::Wrong::foreign_origin, "the page of another site may change nothing here",
      "it came from " + quoted(origin) + "; add its name to server.allowed_hosts if it is yours");
}

}  // namespace sievarr::serve

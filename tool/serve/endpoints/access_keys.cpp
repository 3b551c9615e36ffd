#include "serve/routing/endpoint.hpp"

#include <sievarr/api/access_keys.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

namespace sievarr::serve {
namespace {

http::Answer no_such_key(std::int64_t id) {
  return refused(api::refusal(api::Wrong::no_such_key, "there is no key " + to_text(id),
                              "those in force are in api/v1/access/keys"));
}

}  // namespace

template <>
http::Answer answer<api::ListKeys>(Context&, RouteRequest& request) {
  return told<api::ListKeys>(request.access_request.credentials->list_keys());
}

template <>
http::Answer answer<api::MakeKey>(Context&, RouteRequest& request) {
  return with_body<api::MakeKey>(request, [&](api::NewKey const& body) {
    if (trimmed(body.description).empty())
      return refused(api::refusal(api::Wrong::bad_body, "a key needs a description",
                                  "say what it is for, so that somebody dares to revoke it"));
    return told<api::MakeKey>(request.access_request.credentials->make_key(body, request.author()));
  });
}

template <>
http::Answer answer<api::ChangeKey>(Context&, RouteRequest& request) {
  return with_parameters<api::ChangeKey>(request, [&](api::KeyPath const& path) {
    return with_body<api::ChangeKey>(request, [&](api::KeyChange const& body) {
      auto const changed =
          request.access_request.credentials->change_key(path.id, body, request.author());
      if (!changed) return failed(changed.error());
      return *changed ? typed<api::ChangeKey>(**changed) : no_such_key(path.id);
    });
  });
}

template <>
http::Answer answer<api::RevokeKey>(Context&, RouteRequest& request) {
  return with_parameters<api::RevokeKey>(request, [&](api::KeyPath const& path) {
    auto const revoked = request.access_request.credentials->revoke_key(path.id, request.author());
    if (!revoked) return failed(revoked.error());
    if (!*revoked) return no_such_key(path.id);
    return http::Answer(wire::Response{.status = 204});
  });
}

}  // namespace sievarr::serve

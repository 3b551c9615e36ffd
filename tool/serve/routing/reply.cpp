#include "reply.hpp"

#include <sievarr/base/failure_kind.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/derive/json.hpp>

#include <utility>

namespace sievarr::serve {
namespace {

api::Wrong wrong_of(FailureClass failure) {
  switch (failure) {
    case FailureClass::absent: return api::Wrong::no_such_show;
    case FailureClass::conflict: return api::Wrong::conflict;
    case FailureClass::interrupted: return api::Wrong::stopping;
    case FailureClass::unreachable: return api::Wrong::unreachable;
    case FailureClass::storage:
    case FailureClass::unexpected: return api::Wrong::storage;
  }
  return api::Wrong::storage;
}

}  // namespace

http::Answer said(int status, std::string json) {
  return wire::Response{.status = status,
                        .headers = {{"Content-Type", "application/json"}},
                        .body = std::move(json) + "\n"};
}

http::Answer refused(api::Refusal const& refusal) {
  return wire::Response{.status = refusal.status,
                        .headers = {{"Content-Type", "application/problem+json"}},
                        .body = derive::to_json(refusal) + "\n"};
}

http::Answer shown(Denied const& denied) {
  auto answer = refused(denied.refusal);
  auto& headers = answer.response.headers;
  if (denied.refusal.status == 401) headers.push_back({"WWW-Authenticate", "Bearer"});
  if (denied.wait) headers.push_back({"Retry-After", to_text(denied.wait->count())});
  return answer;
}

http::Answer failed(Failure const& failure) {
  return refused(api::refusal(wrong_of(class_of(failure.kind)), failure.text, failure.hint));
}

}  // namespace sievarr::serve

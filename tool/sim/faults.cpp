#include "faults.hpp"

#include "http/message.hpp"
#include "os/gzip.hpp"

#include <utility>

namespace sievarr::sim {
namespace {

wire::Response said(Says const& says, Voice const& voice) {
  auto response = voice.words(says.status);
  if (says.body) {
    response.headers = {{"Content-Type", says.content_type}};
    response.body = *says.body;
  }
  if (says.retry_after) response.headers.push_back({"Retry-After", *says.retry_after});
  return response;
}

/// Valid JSON of that length, so that nobody gives up before its end.
wire::Response huge(Huge const& huge) {
  std::string body(huge.bytes, ' ');
  if (body.size() >= 2) {
    body.front() = '[';
    body.back() = ']';
  }
  return {.headers = {{"Content-Type", "application/json; charset=UTF-8"}},
          .body = std::move(body)};
}

void truncate(wire::Response& response) {
  auto const packed = wire::header(response.headers, "Content-Encoding") == "gzip";
  if (!packed) {
    response.body = os::gzip(response.body);
    response.headers.push_back({"Content-Encoding", "gzip"});
  }
  response.body.resize(response.body.size() / 2);
}

http::Delivery delivery(Harms const& harms, wire::Request const& request,
                        wire::Response const& response) {
  http::Delivery how;
  using End = http::Delivery::End;
  if (auto const* late = find<Late>(harms)) how.delay = late->by;
  if (auto const* breaks = find<Breaks>(harms)) {
    auto const whole = http::message(response, request.method, http::Afterwards::close).size();
    auto const body = request.method == wire::Method::head ? 0 : response.body.size();
    how.cut_after = whole - body / 2 - 1;
    how.end = breaks->end == Breaks::End::reset ? End::reset : End::closed;
  }
  if (find<Lost>(harms)) {
    how.cut_after = 0;
    how.end = End::reset;
  }
  return how;
}

}  // namespace

void Faults::inject(Fault fault) {
  std::lock_guard const lock(mutex_);
  waiting_.push_back({std::move(fault)});
}

void Faults::clear() {
  std::lock_guard const lock(mutex_);
  waiting_.clear();
  struck_ = 0;
}

std::size_t Faults::struck() const {
  std::lock_guard const lock(mutex_);
  return struck_;
}

Harms Faults::strike(Kind kind) {
  std::lock_guard const lock(mutex_);
  Harms harms;
  for (auto& [fault, seen] : waiting_) {
    if (fault.kind != Kind::any && fault.kind != kind) continue;
    ++seen;
    if (seen >= fault.first && seen - fault.first < fault.times) harms.push_back(fault.harm);
  }
  if (!harms.empty()) ++struck_;
  return harms;
}

http::Answer harmed(Harms const& harms, wire::Request const& request, Voice const& voice) {
  for (auto const& harm : harms)
    if (auto const* meanwhile = std::get_if<Meanwhile>(&harm)) meanwhile->action();
  if (find<Unheard>(harms))
    return {wire::Response{}, {.cut_after = 0, .end = http::Delivery::End::reset}};
  auto const* says = find<Says>(harms);
  auto const* much = find<Huge>(harms);
  auto response = says ? said(*says, voice) : much ? huge(*much) : voice.answer();
  if (find<TruncatedGzip>(harms)) truncate(response);
  auto how = delivery(harms, request, response);
  return {std::move(response), std::move(how)};
}

int heard_status(http::Answer const& answer) {
  return answer.delivery.cut_after == 0 ? 0 : answer.response.status;
}

}  // namespace sievarr::sim

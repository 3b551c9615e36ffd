#include "meter.hpp"

#include <sievarr/base/number.hpp>

#include <algorithm>

namespace sievarr::app {

void Meter::note(Asked const& asked) {
  std::lock_guard const lock(mutex_);
  std::string const service{asked.service};
  counts_.requests.at(service, asked.endpoint, asked.status).add();
  counts_.durations.at(service, asked.endpoint)
      .observe(std::chrono::duration<double>(asked.took).count());
}

void Meter::note_wait(std::string_view service, std::chrono::milliseconds span) {
  std::lock_guard const lock(mutex_);
  counts_.waits.at(std::string{service}).add(std::chrono::duration<double>(span).count());
}

Meter::Counts Meter::counts() const {
  std::lock_guard const lock(mutex_);
  return counts_;
}

std::string endpoint_of(std::string_view address) {
  if (auto const host = address.find("://"); host != address.npos) {
    auto const path = address.find('/', host + 3);
    address = path == address.npos ? "/" : address.substr(path);
  }
  bool const has_page = address.find("?page=") != address.npos;
  address = address.substr(0, address.find('?'));
  // Below whatever path the server lies, its own begins behind the version of the API.
  if (auto const api = address.find("/api/v"); api != address.npos)
    address = address.substr(std::min(address.find('/', api + 6), address.size()));
  std::string endpoint;
  while (!address.empty()) {
    address.remove_prefix(1);
    auto const word = address.substr(0, address.find('/'));
    bool const number = !word.empty() && word.find_first_not_of("0123456789") == word.npos;
    endpoint.append("/").append(number ? ":id" : word);
    address.remove_prefix(word.size());
  }
  // The index of TVMaze is known by its pages; elsewhere the path says it.
  return endpoint + (has_page && endpoint.ends_with("/shows") ? "?page" : "");
}

Outcome<wire::Response> MeteredTransport::stream(wire::Request const& request, net::Sink& sink) {
  auto const began = std::chrono::steady_clock::now();
  auto answer = inner_.stream(request, sink);
  meter_.note({.service = service_,
               .endpoint = endpoint_of(request.target),
               .status = answer ? to_text(answer->status) : "failed",
               .took = std::chrono::steady_clock::now() - began});
  return answer;
}

}  // namespace sievarr::app

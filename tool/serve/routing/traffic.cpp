#include "traffic.hpp"

#include <sievarr/base/number.hpp>

#include <string>

namespace sievarr::serve {

void Traffic::note(std::optional<std::size_t> route, int status, std::chrono::nanoseconds span) {
  auto const place = route.value_or(table_.size());
  auto const seconds = std::chrono::duration<double>(span).count();
  std::lock_guard const lock(mutex_);
  spans_[place].observe(seconds);
  ++counts_[{place, status}];
}

TrafficMetrics Traffic::metrics() const {
  TrafficMetrics metrics;
  auto const method = [&](std::size_t place) {
    return place < table_.size() ? std::string(wire::verb(table_[place].method)) : "other";
  };
  auto const path = [&](std::size_t place) {
    return place < table_.size() ? std::string(table_[place].path) : "other";
  };
  std::lock_guard const lock(mutex_);
  for (auto const& [key, count] : counts_) {
    auto const& [place, status] = key;
    metrics.sievarr_http_requests_total.at(method(place), path(place), to_text(status)).value =
        static_cast<double>(count);
    metrics.sievarr_http_request_duration_seconds.at(method(place), path(place)) = spans_[place];
  }
  return metrics;
}

}  // namespace sievarr::serve

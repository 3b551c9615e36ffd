#pragma once

#include <sievarr/api/route.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/metric.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace sievarr::serve {

/// What the server counts about its requests.
struct TrafficMetrics {
  value::Labelled<value::Counter, "method", "route", "status"> sievarr_http_requests_total;
  value::Labelled<value::Histogram, "method", "route"> sievarr_http_request_duration_seconds;
};
BOOST_DESCRIBE_STRUCT(TrafficMetrics, (),
                      (sievarr_http_requests_total, sievarr_http_request_duration_seconds))

constexpr auto notes_of(reflect::Of<TrafficMetrics>) {
  using reflect::Note;
  using M = TrafficMetrics;
  return reflect::Notes{
      Note<&M::sievarr_http_requests_total>{.text = "Requests that were answered."},
      Note<&M::sievarr_http_request_duration_seconds>{
          .text = "How long answers took to be made, without sending them."},
  };
}

/// Counts requests and how long their answers take. Any number of threads may use it.
class Traffic {
 public:
  explicit Traffic(std::vector<api::Route> const& table)
      : table_(table), spans_(table.size() + 1) {}

  /// A request was answered: of a route, or of none.
  void note(std::optional<std::size_t> route, int status, std::chrono::nanoseconds span);

  TrafficMetrics metrics() const;

 private:
  std::vector<api::Route> const& table_;
  mutable std::mutex mutex_;
  std::vector<value::Histogram> spans_;  ///< The last one is of what is no route.
  std::map<std::pair<std::size_t, int>, std::uint64_t> counts_;
};

}  // namespace sievarr::serve

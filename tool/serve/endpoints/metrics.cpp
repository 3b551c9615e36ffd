#include "serve/routing/endpoint.hpp"

#include <sievarr/derive/prometheus.hpp>

#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

using Dialect = derive::Prometheus::Dialect;

constexpr std::string_view open_metrics = "application/openmetrics-text";

}  // namespace

template <>
http::Answer answer<api::GetMetrics>(Context& context, RouteRequest& question) {
  auto const accepted = wire::header(question.request().headers, "Accept").value_or("");
  bool const open = accepted.find(open_metrics) != std::string_view::npos;
  derive::Prometheus text(open ? Dialect::open_metrics : Dialect::prometheus);
  text.add(context.application.metrics());
  text.add(context.traffic.metrics());
  auto const media = open ? std::string(open_metrics) + "; version=1.0.0; charset=utf-8"
                          : std::string(api::GetMetrics::route.media);
  return wire::Response{.headers = {{"Content-Type", media}}, .body = std::move(text).take()};
}

}  // namespace sievarr::serve

#include "health_check.hpp"

#include "net/polite.hpp"
#include "service/arr/client.hpp"
#include "service/arr/transport.hpp"

#include <utility>

namespace sievarr::app {
namespace {

constexpr std::chrono::minutes between_checks{5};
constexpr std::chrono::minutes longest_check{2};

}  // namespace

schedule::Job health_job(std::string const& name) {
  return {.name = "health:" + name,
          .lane = name + "/watch",
          .grid = schedule::Grid{.distance = between_checks},
          .deadline = longest_check};
}

schedule::Job HealthCheck::plan() const {
  auto job = health_job(server_.name);
  // It has just been asked all that matters.
  job.grid->first = dependencies_.activity.daemon_status().started;
  return job;
}

Outcome<RunEnd> HealthCheck::run(JobRun& run) {
  net::CurlTransport curl(arr::curl_options(server_, dependencies_.environment), run.stop());
  MeteredTransport metered(curl, dependencies_.meter, server_.name);
  net::Polite polite(metered, dependencies_.clock, [] { return 0.0; },
                     {.patience = {.attempts = 1}, .explain = arr::explain(server_)});
  arr::ArrClient client(polite, server_, dependencies_.clock);
  auto const asked = dependencies_.clock.now();
  auto const answer = client.ping();
  if (!answer && run.stop().stop_requested()) return RunEnd{.error = answer.error().text};
  dependencies_.activity.see_answer(server_.name,
                                    answer ? std::nullopt : std::optional(answer.error().text));
  if (!answer) return RunEnd{.error = answer.error().text};
  return RunEnd{.counts = {{"response_ms", (dependencies_.clock.now() - asked).count()}}};
}

}  // namespace sievarr::app

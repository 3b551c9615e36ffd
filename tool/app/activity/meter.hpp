#pragma once

#include "net/transport.hpp"
#include "os/clock.hpp"

#include <sievarr/value/metric.hpp>

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace sievarr::app {

/// Counts what is asked of other servers, how long they take, and how long it was waited before.
/// Any number of threads may use it.
class Meter {
 public:
  struct Counts {
    value::Labelled<value::Counter, "service", "endpoint", "status"> requests;
    value::Labelled<value::Histogram, "service", "endpoint"> durations;
    value::Labelled<value::Counter, "service"> waits;
  };

  /// One request to a service and its answer: "200", or "failed".
  struct Asked {
    std::string_view service;
    std::string endpoint;
    std::string status;
    std::chrono::nanoseconds took;
  };
  void note(Asked const& asked);
  void note_wait(std::string_view service, std::chrono::milliseconds span);

  Counts counts() const;

 private:
  mutable std::mutex mutex_;
  Counts counts_;
};

/// What kind of thing an address asks for: numbers of shows and of pages are none of its names.
std::string endpoint_of(std::string_view address);

/// Counts each request that goes through.
class MeteredTransport final : public net::Transport {
 public:
  MeteredTransport(net::Transport& inner, Meter& meter, std::string service)
      : inner_(inner), meter_(meter), service_(std::move(service)) {}

  Outcome<wire::Response> stream(wire::Request const& request, net::Sink& sink) override;

 private:
  net::Transport& inner_;
  Meter& meter_;
  std::string service_;
};

/// Counts how long somebody sleeps before they ask.
class MeteredClock final : public os::Clock {
 public:
  MeteredClock(os::Clock& inner, Meter& meter, std::string service)
      : inner_(inner), meter_(meter), service_(std::move(service)) {}

  Instant now() override { return inner_.now(); }
  bool sleep(std::chrono::milliseconds span) override {
    meter_.note_wait(service_, span);
    return inner_.sleep(span);
  }
  std::chrono::milliseconds on_the_wall(std::chrono::milliseconds span) override {
    return inner_.on_the_wall(span);
  }

 private:
  os::Clock& inner_;
  Meter& meter_;
  std::string service_;
};

}  // namespace sievarr::app

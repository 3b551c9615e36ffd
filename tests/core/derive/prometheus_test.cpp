#include <sievarr/derive/prometheus.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace sievarr::derive {
namespace {

using value::Counter;
using value::Gauge;
using value::Histogram;
using value::Labelled;

struct Kitchen {
  Gauge oven_celsius;
  Labelled<Counter, "dish", "cook"> served_total;
  std::optional<Gauge> guests;
  Counter broken_total;
};
BOOST_DESCRIBE_STRUCT(Kitchen, (), (oven_celsius, served_total, guests, broken_total))

constexpr auto notes_of(reflect::Of<Kitchen>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Kitchen::oven_celsius>{.text = "How hot the oven is."},
      Note<&Kitchen::served_total>{.text = "Dishes that left, \"hot\" or not."},
      Note<&Kitchen::guests>{.text = "Who is there."},
      Note<&Kitchen::broken_total>{.text = "What fell."},
  };
}

struct Entrance {
  Labelled<Histogram, "way"> wait_seconds;
};
BOOST_DESCRIBE_STRUCT(Entrance, (), (wait_seconds))

constexpr auto notes_of(reflect::Of<Entrance>) {
  return reflect::Notes{reflect::Note<&Entrance::wait_seconds>{.text = "How long one waits."}};
}

template <class T>
std::string scraped(T const& metrics, Prometheus::Dialect dialect) {
  Prometheus text(dialect);
  text.add(metrics);
  return std::move(text).take();
}

Kitchen fixtures() {
  Kitchen fixtures{.oven_celsius = {180.5}};
  fixtures.served_total.at("soup", "A\n\"b\"\\c").add(2);
  fixtures.served_total.at("cake", "B").add();
  return fixtures;
}

}  // namespace

TEST_CASE("metrics are named and explained by their description") {
  CHECK(scraped(fixtures(), Prometheus::Dialect::prometheus) ==
        "# HELP oven_celsius How hot the oven is.\n"
        "# TYPE oven_celsius gauge\n"
        "oven_celsius 180.5\n"
        "# HELP served_total Dishes that left, \"hot\" or not.\n"
        "# TYPE served_total counter\n"
        "served_total{dish=\"cake\",cook=\"B\"} 1\n"
        "served_total{dish=\"soup\",cook=\"A\\n\\\"b\\\"\\\\c\"} 2\n"
        "# HELP broken_total What fell.\n"
        "# TYPE broken_total counter\n"
        "broken_total 0\n");
}

TEST_CASE("OpenMetrics names a family of counters without its end, and says where the end is") {
  auto const text = scraped(fixtures(), Prometheus::Dialect::open_metrics);

  CHECK(text.find("# TYPE served counter\nserved_total{") != std::string::npos);
  CHECK(text.find("# TYPE broken counter\nbroken_total 0\n") != std::string::npos);
  CHECK(text.ends_with("# EOF\n"));
}

TEST_CASE("the buckets of a histogram hold all that is at most their bound") {
  Entrance entrance;
  for (double const seconds : {0.0005, 0.0006, 3.0, 100.0})
    entrance.wait_seconds.at("in").observe(seconds);
  auto const text = scraped(entrance, Prometheus::Dialect::prometheus);

  CHECK(text.find("wait_seconds_bucket{way=\"in\",le=\"0.0005\"} 1\n") != std::string::npos);
  CHECK(text.find("wait_seconds_bucket{way=\"in\",le=\"0.001\"} 2\n") != std::string::npos);
  CHECK(text.find("wait_seconds_bucket{way=\"in\",le=\"10\"} 3\n") != std::string::npos);
  CHECK(text.find("wait_seconds_bucket{way=\"in\",le=\"+Inf\"} 4\n") != std::string::npos);
  CHECK(text.find("wait_seconds_count{way=\"in\"} 4\n") != std::string::npos);
}

}  // namespace sievarr::derive

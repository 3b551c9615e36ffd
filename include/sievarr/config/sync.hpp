#pragma once

#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/span_of_time.hpp>

#include <chrono>
#include <cstdint>

namespace sievarr::config {

/// How often to look, how much to add, and when to ask a person first.
struct Sync {
  value::SpanOfTime poll_interval{std::chrono::hours{6}};
  value::SpanOfTime retry_delay{std::chrono::hours{7 * 24}};
  value::SpanOfTime abandon_after{std::chrono::hours{365 * 24}};
  value::Bounded<std::uint32_t, 0, 10'000, 25> max_adds_per_cycle;
  value::Bounded<std::uint32_t, 0, 100'000, 200> hold_above;
  value::SpanOfTime shutdown_timeout{std::chrono::minutes{5}};
};
BOOST_DESCRIBE_STRUCT(Sync, (),
                      (poll_interval, retry_delay, abandon_after, max_adds_per_cycle, hold_above,
                       shutdown_timeout))

constexpr auto notes_of(reflect::Of<Sync>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Sync::poll_interval>{.text = "Time from one cycle to the next."},
      Note<&Sync::retry_delay>{.text = "Time until a show without TVDB id is looked at again."},
      Note<&Sync::abandon_after>{.text = "Time after which such a show is left alone."},
      Note<&Sync::max_adds_per_cycle>{
          .text = "Shows added at most, over all instances, within any poll_interval; the rest "
                  "waits."},
      Note<&Sync::hold_above>{
          .text = "A change of the config that makes more shows wanted than this waits until a "
                  "person approves."},
      Note<&Sync::shutdown_timeout>{.text = "Time that a running cycle gets to end in order."},
  };
}

}  // namespace sievarr::config

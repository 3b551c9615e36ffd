#include <sievarr/schedule/next_time.hpp>
#include <sievarr/schedule/tzif.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace sievarr;
using namespace sievarr::schedule;

/// Whatever the bytes are: a zone whose clocks go on, or a reason why there is none.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  auto const zone = read_tzif({reinterpret_cast<char const*>(bytes), size});
  if (!zone) {
    if (zone.error().text.empty()) std::abort();
    return 0;
  }
  auto moment = earliest;
  for (int count = 0; count < 100 && moment < latest; ++count) {
    auto const period = zone->period_at(moment);
    if (period.begin > moment || period.end <= moment) std::abort();
    if (abs(period.clock.offset) > std::chrono::hours{26}) std::abort();
    (void)zone->showings_of(period.local(moment));
    moment = period.end;
  }
  static auto const schedule = *Schedule::read("30 2 * * 1-5");
  (void)next_times(schedule, *zone, *to_instant("2026-03-29T00:00:00Z"), 3);
  return 0;
}

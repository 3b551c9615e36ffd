#include <sievarr/schedule/next_time.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace sievarr;
using namespace sievarr::schedule;

/// Whatever the text is: a rule whose clocks go on, or a reason why there is none.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  if (auto const name = ZoneName::read(text); name && name->text() != trimmed(text)) std::abort();
  auto const rule = read_posix_zone(text);
  if (!rule) {
    if (rule.error().message.empty()) std::abort();
    return 0;
  }
  Zone const zone{*rule};
  std::chrono::sys_seconds moment = *to_date("2023-12-01");
  for (int count = 0; count < 20 && moment < latest; ++count) {
    auto const period = zone.period_at(moment);
    if (period.begin > moment || period.end <= moment) std::abort();
    (void)zone.showings_of(period.local(moment));
    moment = period.end;
  }
  static auto const schedule = *Schedule::read("30 2 * * 1-5");
  if (next_times(schedule, zone, *to_instant("2026-03-29T00:00:00Z"), 3).size() != 3) std::abort();
  return 0;
}

#include <sievarr/schedule/next_time.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace sievarr;
using namespace sievarr::schedule;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

/// A schedule is kept as it was written and is due at some time; what is none is told why.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const schedule = Schedule::read(text);
  if (!schedule) {
    auto const& misfit = schedule.error();
    must(!misfit.message.empty() && misfit.message.find('\n') == misfit.message.npos);
    must(misfit.instead.empty() || Schedule::read(misfit.instead));
    return 0;
  }
  must(schedule->text() == trimmed(text) && *Schedule::read(schedule->text()) == *schedule);
  must(!schedule->words().empty());
  (void)Schedule::remark(text);
  auto const zone = schedule->zone() ? schedule->zone()->built_in() : std::nullopt;
  auto const start = *to_instant("2026-03-29T00:59:59Z");
  auto const times = next_times(*schedule, zone.value_or(Zone{}), start, 5);
  must(times.size() == 5);
  auto last = start;
  for (auto const time : times) {
    must(time > last);
    last = time;
  }
  return 0;
}

#include "clock.hpp"

#include <condition_variable>
#include <ctime>
#include <mutex>

namespace sievarr::os {

Instant now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Date day_of(Instant instant) {
  auto const moment = std::chrono::system_clock::to_time_t(instant);
  std::tm local{};
  ::localtime_r(&moment, &local);
  return std::chrono::year{local.tm_year + 1900} /
         std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
         std::chrono::day{static_cast<unsigned>(local.tm_mday)};
}

Date today() { return day_of(now()); }

bool SystemClock::sleep(std::chrono::milliseconds span) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any stopped;
  stopped.wait_for(lock, stop_, span, [] { return false; });
  return !stop_.stop_requested();
}

}  // namespace sievarr::os

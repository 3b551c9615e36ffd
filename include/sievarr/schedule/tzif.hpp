#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/schedule/read_posix_zone.hpp>
#include <sievarr/schedule/zone.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::schedule {

/// Reads a compiled zone of zoneinfo (RFC 8536), whatever its bytes are: with 64 bits where it has
/// them, and with the rule for the future at its end.
class TzifReader {
 public:
  explicit TzifReader(std::string_view bytes) : rest_(bytes) {}

  Outcome<Zone> read() {
    if (!take_header()) return broken_;
    if (version_ != '\0') {
      // What is there for old readers is skipped.
      if (!take(block_size(4))) return broken("it is cut short");
      if (!take_header()) return broken_;
      time_size_ = 8;
    }
    if (rest_.size() < block_size(time_size_)) return broken("it is cut short");
    if (!take_block()) return broken_;
    if (version_ != '\0' && !take_footer()) return broken_;
    return Zone{std::move(history_)};
  }

 private:
  /// How many there are of what the block holds, in the order of the header.
  struct Counts {
    std::uint64_t universal = 0;
    std::uint64_t standard = 0;
    std::uint64_t leaps = 0;
    std::uint64_t times = 0;
    std::uint64_t clocks = 0;
    std::uint64_t letters = 0;
  };

  bool take_header() {
    auto const header = take(44);
    if (!header || !header->starts_with("TZif")) return fail("it is no compiled zone");
    version_ = (*header)[4];
    if (version_ != '\0' && version_ < '2') return fail("its version is unknown");
    std::size_t at = 20;
    for (auto* const count : {&counts_.universal, &counts_.standard, &counts_.leaps, &counts_.times,
                              &counts_.clocks, &counts_.letters}) {
      *count = static_cast<std::uint64_t>(number(header->substr(at, 4))) & 0xFFFF'FFFF;
      at += 4;
    }
    if (counts_.clocks == 0 || counts_.clocks > 256) return fail("it has no clocks or too many");
    return true;
  }

  std::uint64_t block_size(std::uint64_t time_size) const {
    return counts_.times * (time_size + 1) + counts_.clocks * 6 + counts_.letters +
           counts_.leaps * (time_size + 4) + counts_.standard + counts_.universal;
  }

  /// All of the block is there.
  bool take_block() {
    if (counts_.leaps != 0) return fail("it counts leap seconds");
    auto const times = *take(counts_.times * time_size_);
    auto const numbers = *take(counts_.times);
    auto const clocks = *take(counts_.clocks * 6);
    auto const letters = *take(counts_.letters);
    take(counts_.standard + counts_.universal);
    return read_clocks(clocks, letters) && read_changes(times, numbers);
  }

  bool read_clocks(std::string_view clocks, std::string_view letters) {
    history_.clocks.clear();
    for (; !clocks.empty(); clocks.remove_prefix(6)) {
      std::chrono::seconds const offset{number(clocks.substr(0, 4))};
      if (abs(offset) > std::chrono::hours{26}) return fail("a clock is too far from UTC");
      auto const begin = static_cast<unsigned char>(clocks[5]);
      auto const end = begin < letters.size() ? letters.find('\0', begin) : letters.npos;
      if (end == letters.npos) return fail("a clock has no name");
      history_.clocks.push_back({.name = std::string{letters.substr(begin, end - begin)},
                                 .offset = offset,
                                 .daylight_saving = clocks[4] != 0});
    }
    return true;
  }

  bool read_changes(std::string_view times, std::string_view numbers) {
    std::optional<std::int64_t> before;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      auto const time = number(times.substr(at * time_size_, time_size_));
      auto const clock = static_cast<std::uint8_t>(numbers[at]);
      if (before && time <= *before) return fail("its changes are not in order");
      if (clock >= history_.clocks.size()) return fail("a change is to no clock");
      before = time;
      add_change(time, clock);
    }
    return true;
  }

  /// What was before the first day that counts is what that day begins with.
  void add_change(std::int64_t time, std::uint8_t clock) {
    if (time > latest.time_since_epoch().count()) return;
    auto const at = std::max(time, static_cast<std::int64_t>(earliest.time_since_epoch().count()));
    std::chrono::sys_seconds const moment{std::chrono::seconds{at}};
    auto& changes = history_.changes;
    if (!changes.empty() && changes.back().at == moment) changes.pop_back();
    changes.push_back({moment, clock});
  }

  bool take_footer() {
    if (!rest_.starts_with('\n')) return fail("it has no rule at its end");
    auto const end = rest_.find('\n', 1);
    if (end == rest_.npos) return fail("the rule at its end is cut short");
    auto const text = rest_.substr(1, end - 1);
    if (text.empty()) return true;
    auto rule = read_posix_zone(text);
    if (!rule) return fail("its rule is none: " + rule.error().message);
    history_.rule = *std::move(rule);
    return true;
  }

  /// Big-endian, with its sign.
  static std::int64_t number(std::string_view bytes) {
    std::uint64_t number = static_cast<signed char>(bytes[0]) < 0 ? ~std::uint64_t{0} : 0;
    for (char const byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
  }

  std::optional<std::string_view> take(std::uint64_t size) {
    if (size > rest_.size()) return std::nullopt;
    auto const bytes = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(bytes.size());
    return bytes;
  }

  bool fail(std::string reason) {
    broken_ = broken(std::move(reason));
    return false;
  }

  static Failure broken(std::string reason) {
    return {.kind = Failure::Kind::malformed, .text = std::move(reason)};
  }

  std::string_view rest_;
  char version_ = '\0';
  std::size_t time_size_ = 4;
  Counts counts_;
  ZoneHistory history_;
  Failure broken_;
};

/// The zone that the bytes of a file of zoneinfo tell.
inline Outcome<Zone> read_tzif(std::string_view bytes) { return TzifReader{bytes}.read(); }

}  // namespace sievarr::schedule

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Compiled zones, put together byte by byte.
namespace sievarr::schedule::tzif {

struct Change {
  std::int64_t at = 0;
  char clock = 0;
};

struct Clock {
  std::int64_t offset = 0;
  char daylight_saving = 0;
  std::string name;
};

struct File {
  char version = '2';
  std::vector<Clock> clocks{{0, 0, "UTC"}};
  std::vector<Change> changes = {};
  std::string footer = "UTC0";
  std::uint32_t leaps = 0;
};

inline std::string number(std::int64_t value, int bytes) {
  std::string text;
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    text += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xFF);
  return text;
}

inline std::string block(File const& file, int time_size) {
  std::string letters;
  std::string clocks;
  for (auto const& clock : file.clocks) {
    clocks += number(clock.offset, 4) + clock.daylight_saving;
    clocks += static_cast<char>(letters.size());
    letters += clock.name + '\0';
  }
  auto text = std::string("TZif") + file.version + std::string(15, '\0');
  for (auto const count : {std::size_t{0}, std::size_t{0}, static_cast<std::size_t>(file.leaps),
                           file.changes.size(), file.clocks.size(), letters.size()})
    text += number(static_cast<std::int64_t>(count), 4);
  for (auto const& change : file.changes) text += number(change.at, time_size);
  for (auto const& change : file.changes) text += change.clock;
  return text + clocks + letters + std::string(file.leaps * 12, '\1');
}

inline std::string bytes_of(File const& file) {
  if (file.version == '\0') return block(file, 4);
  return block({.version = file.version}, 4) + block(file, 8) + "\n" + file.footer + "\n";
}

/// Oslo from 2025 on: its clocks, two changes, and the rule.
inline File oslo() {
  return {.clocks = {{3600, 0, "CET"}, {7200, 1, "CEST"}},
          .changes = {{1'743'296'400, 1}, {1'761'440'400, 0}},
          .footer = "CET-1CEST,M3.5.0,M10.5.0/3"};
}

}  // namespace sievarr::schedule::tzif

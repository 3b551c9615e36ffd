#pragma once

#include <sievarr/api/activity_routes.hpp>
#include <sievarr/api/list.hpp>
#include <sievarr/config/logging.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The log of the daemon, as far as it is in memory.
namespace sievarr::api {

/// Which lines of the log are asked for.
struct LogQuery {
  std::optional<config::LogLevel> level;
  ListQuery list;
};
BOOST_DESCRIBE_STRUCT(LogQuery, (), (level, list))

constexpr auto notes_of(reflect::Of<LogQuery>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&LogQuery::level>{.text = "How important a line must be at least.",
                             .example = "WARNING"},
      Note<&LogQuery::list>{.spread = true},
  };
}

/// A line of the log.
struct LogLine {
  std::int64_t number = 0;
  Instant at = {};
  config::LogLevel level = config::LogLevel::info;
  std::string room;
  std::string message;
  std::map<std::string, std::string> fields = {};
  std::string words = {};
};
BOOST_DESCRIBE_STRUCT(LogLine, (), (number, at, level, room, message, fields, words))

constexpr auto notes_of(reflect::Of<LogLine>) {
  using reflect::Note;
  using L = LogLine;
  return reflect::Notes{
      Note<&L::number>{.text = "Its number since the start.", .example = "7", .key = true},
      Note<&L::at>{.text = "When it was written.", .example = "2026-01-31T10:30:00Z"},
      Note<&L::level>{.text = "How important it is.", .example = "INFO"},
      Note<&L::room>{.text = "Which part of the program wrote it.", .example = "work"},
      Note<&L::message>{.text = "What happened.", .example = "added a series"},
      Note<&L::fields>{.text = "What it says beside that, by name."},
      Note<&L::words>{.text = "The same as one text, to be searched."},
  };
}

/// Some of the lines of the log.
struct LogPage {
  std::vector<LogLine> lines;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(LogPage, (), (lines, total, next))

constexpr auto notes_of(reflect::Of<LogPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&LogPage::lines>{.text = "The lines, in the order that was asked for."},
      Note<&LogPage::total>{.text = "How many there are, with those of other pages."},
      Note<&LogPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

}  // namespace sievarr::api

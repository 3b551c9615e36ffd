#pragma once

#include <sievarr/reflect/scalar.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace sievarr::config {

/// How much a line of the log matters.
BOOST_DEFINE_ENUM_CLASS(LogLevel, debug, info, warning, error)
constexpr reflect::Spelling spelling_of(reflect::Of<LogLevel>) { return reflect::Spelling::upper; }
constexpr auto synonyms_of(reflect::Of<LogLevel>) {
  return std::array{reflect::Synonym<LogLevel>{"CRITICAL", LogLevel::error}};
}

BOOST_DEFINE_ENUM_CLASS(LogFormat, json, text)

/// What the log says, and how.
struct Logging {
  LogLevel level = LogLevel::info;
  LogFormat format = LogFormat::json;
  std::map<std::string, LogLevel> rooms;
};
BOOST_DESCRIBE_STRUCT(Logging, (), (level, format, rooms))

constexpr auto notes_of(reflect::Of<Logging>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Logging::level>{.text = "The least important lines that are written."},
      Note<&Logging::format>{.text = "Lines for programs or for people."},
      Note<&Logging::rooms>{.text = "Other levels for single parts of the program.",
                            .example = "{net: DEBUG}"},
  };
}

}  // namespace sievarr::config

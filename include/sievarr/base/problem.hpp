#pragma once

#include <sievarr/base/result.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr {

/// Where somebody said something: "config.yaml:12:9", or the name of a variable or an argument.
struct Place {
  std::string source;
  std::uint32_t line = 0;    ///< From 1; 0 where the source has no lines.
  std::uint32_t column = 0;  ///< From 1, in code points.
  std::uint32_t begin = 0;   ///< Byte offset of the first byte.
  std::uint32_t end = 0;     ///< Byte offset behind the last byte.

  bool operator==(Place const&) const = default;
};

/// A change to a source: the bytes from begin up to end become text.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;

  bool operator==(Edit const&) const = default;
};

/// How much a problem matters: an error stops, a warning stops only the strict, a hint never does.
enum class Severity : std::uint8_t { error, warning, hint };

/// Something that the author of a document should know about it.
struct Problem {
  Place place;
  std::string path;       ///< "selections[2].rating.min"; empty for the whole document.
  std::string message;    ///< Lower case, no full stop: expected, found, what to do.
  std::string_view code;  ///< Stable and kebab-case, a literal: "unknown-key".
  Severity severity = Severity::error;
  std::vector<Edit> fix;  ///< Applied together they mend it; empty where a person must think.

  bool operator==(Problem const&) const = default;
};

using Problems = std::vector<Problem>;

/// A value, or everything that kept us from having one. Never just the first problem: people mend
/// files faster when they see them all.
template <class T>
using Checked = Result<T, Problems>;

/// A value as far as it could be read, and all there is to say about it.
template <class T>
struct Reading {
  T value;
  Problems problems;
};

/// Why a text is not a value of some type, or what to say about one that is, before anybody knows
/// where it stood.
struct Misfit {
  std::string_view code;
  std::string message;
  std::string instead = {};  ///< What was probably meant, ready to replace the text.
  Severity severity = Severity::error;
};

inline bool has_errors(Problems const& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](Problem const& problem) { return problem.severity == Severity::error; });
}

/// What its errors say, as one text.
inline std::string error_messages(Problems const& problems) {
  std::string messages;
  for (auto const& problem : problems)
    if (problem.severity == Severity::error)
      messages.append(messages.empty() ? "" : "; ").append(problem.message);
  return messages;
}

inline void append(Problems& all, Problems more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The value when nothing speaks against it, else everything that does.
template <class T>
Checked<T> checked(Reading<T> reading) {
  if (has_errors(reading.problems)) return std::move(reading.problems);
  return std::move(reading.value);
}

/// "config.yaml:12:9", "config.yaml", or "SONARR_URL".
inline std::string to_text(Place const& place) {
  if (place.line == 0) return place.source;
  return place.source + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// One line: where, which path, what.
inline std::string to_text(Problem const& problem) {
  auto text = to_text(problem.place);
  if (!text.empty()) text += ": ";
  if (problem.severity == Severity::warning) text += "warning: ";
  if (problem.severity == Severity::hint) text += "hint: ";
  // A source such as `--set sonarr.url` says the path already.
  bool const is_said = problem.place.source.ends_with(" " + problem.path);
  if (!problem.path.empty() && !is_said) text += problem.path + ": ";
  return text + problem.message;
}

/// What is wrong, and apart from that what to write instead, where a message says both.
struct Advice {
  std::string_view wrong;
  std::string_view help;
};

/// The two halves of a message; they point into it.
inline Advice advice_of(std::string_view message) {
  for (std::string_view const beginning : {", did you mean ", ", known here: "}) {
    auto const at = message.rfind(beginning);
    if (at != std::string_view::npos) return {message.substr(0, at), message.substr(at + 2)};
  }
  return {message, {}};
}

}  // namespace sievarr

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::report {

/// An edit as programs read it.
struct FixReport {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FixReport, (), (begin, end, text))

constexpr auto notes_of(reflect::Of<FixReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&FixReport::begin>{.text = "Byte offset of the first byte to replace."},
      Note<&FixReport::end>{.text = "Byte offset behind the last byte to replace."},
      Note<&FixReport::text>{.text = "What stands there instead."},
  };
}

/// A problem as programs read it.
struct ProblemLine {
  std::string source;
  std::optional<std::uint32_t> line;
  std::optional<std::uint32_t> column;
  std::optional<std::uint32_t> begin;
  std::optional<std::uint32_t> end;
  std::string path;
  std::string severity;
  std::string code;
  std::string message;
  std::vector<FixReport> fix;
};
BOOST_DESCRIBE_STRUCT(ProblemLine, (),
                      (source, line, column, begin, end, path, severity, code, message, fix))

constexpr auto notes_of(reflect::Of<ProblemLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ProblemLine::source>{.text = "The file, the variable or the argument."},
      Note<&ProblemLine::line>{.text = "Line in the file, from 1."},
      Note<&ProblemLine::column>{.text = "Column in code points, from 1."},
      Note<&ProblemLine::begin>{.text = "Byte offset of the first byte."},
      Note<&ProblemLine::end>{.text = "Byte offset behind the last byte."},
      Note<&ProblemLine::path>{.text = "Path within the document."},
      Note<&ProblemLine::severity>{.text = "error, warning or hint."},
      Note<&ProblemLine::code>{.text = "Stable name of this kind of problem."},
      Note<&ProblemLine::message>{.text = "What was expected, what was found, what to do."},
      Note<&ProblemLine::fix>{.text = "Edits that mend it together; empty where there are none."},
  };
}

/// Problems as programs read them.
struct ProblemReport {
  int sievarr_problems = 1;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;
  std::vector<ProblemLine> problems = {};

  explicit ProblemReport(Problems const& found) {
    for (auto const& problem : found) add(problem);
  }

 private:
  void add(Problem const& problem) {
    auto const& place = problem.place;
    ProblemLine line{.source = place.source,
                     .path = problem.path,
                     .severity = "error",
                     .code = std::string{problem.code},
                     .message = problem.message};
    if (place.line > 0) {
      line.line = place.line;
      line.column = place.column;
      line.begin = place.begin;
      line.end = place.end;
    }
    for (auto const& edit : problem.fix) line.fix.push_back({edit.begin, edit.end, edit.text});
    if (problem.severity == Severity::warning) line.severity = "warning";
    if (problem.severity == Severity::hint) line.severity = "hint";
    (problem.severity == Severity::error     ? errors
     : problem.severity == Severity::warning ? warnings
                                             : hints)++;
    problems.push_back(std::move(line));
  }
};
BOOST_DESCRIBE_STRUCT(ProblemReport, (), (sievarr_problems, errors, warnings, hints, problems))

constexpr auto notes_of(reflect::Of<ProblemReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ProblemReport::sievarr_problems>{.text = "Version of this format."},
      Note<&ProblemReport::errors>{.text = "How many errors there are."},
      Note<&ProblemReport::warnings>{.text = "How many warnings there are."},
      Note<&ProblemReport::hints>{.text = "How many hints there are."},
      Note<&ProblemReport::problems>{.text = "All of them, in the order of their finding."},
  };
}

}  // namespace sievarr::report

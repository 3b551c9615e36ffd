#pragma once

#include <sievarr/editor/spot.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sievarr::editor {

/// How bad a problem is.
BOOST_DEFINE_ENUM_CLASS(RemarkSeverity, error, warning, hint)

/// A problem as an editor shows it.
struct Remark {
  RemarkSeverity severity = RemarkSeverity::error;
  std::string code;
  std::string message;
  std::string path;
  std::optional<Spot> at;
  std::string source;
  std::vector<Change> fix;
};
BOOST_DESCRIBE_STRUCT(Remark, (), (severity, code, message, path, at, source, fix))

constexpr auto notes_of(reflect::Of<Remark>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Remark::severity>{.text = "How bad it is."},
      Note<&Remark::code>{.text = "Stable name of this kind of problem."},
      Note<&Remark::message>{.text = "What was expected, what was found, what to do."},
      Note<&Remark::path>{.text = "Path within the config."},
      Note<&Remark::at>{.text = "Where it stands in the text, if it does."},
      Note<&Remark::source>{.text = "The file, the variable or the argument."},
      Note<&Remark::fix>{.text = "Changes that mend it together; empty where there are none."},
  };
}

inline RemarkSeverity severity_of(Problem const& problem) {
  if (problem.severity == Severity::error) return RemarkSeverity::error;
  return problem.severity == Severity::warning ? RemarkSeverity::warning : RemarkSeverity::hint;
}

inline std::vector<Remark> remarks_of(Problems const& problems, document::Utf16 const& units) {
  std::vector<Remark> remarks;
  for (auto const& problem : problems) {
    remarks.push_back({.severity = severity_of(problem),
                       .code = std::string{problem.code},
                       .message = problem.message,
                       .path = problem.path,
                       .at = spot_of(problem.place, units),
                       .source = problem.place.source,
                       .fix = changes_of(problem.fix, units)});
  }
  return remarks;
}

}  // namespace sievarr::editor

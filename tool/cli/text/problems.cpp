#include "problems.hpp"

#include "github.hpp"

#include <sievarr/derive/json.hpp>
#include <sievarr/report/problem_report.hpp>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <utility>

namespace sievarr::cli {
namespace {

os::Colour colour_of(Severity severity) {
  if (severity == Severity::error) return os::Colour::red;
  return severity == Severity::warning ? os::Colour::yellow : os::Colour::blue;
}

std::string_view word_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "hint";
}

/// `error[unknown-key]: config.yaml:8:5: selections[0]: unknown key "rateing"`.
std::string first_line(Problem const& problem, os::Paint paint) {
  auto const kind =
      std::string{word_of(problem.severity)} + "[" + std::string{problem.code} + "]: ";
  auto place = to_text(problem.place);
  if (!place.empty()) place += ": ";
  // A source such as `--set sonarr.url` says the path already.
  bool const is_said = problem.place.source.ends_with(" " + problem.path);
  auto const path = problem.path.empty() || is_said ? "" : problem.path + ": ";
  return paint(colour_of(problem.severity), kind) + paint(os::Colour::bold, place) + path +
         std::string{advice_of(problem.message).wrong} + "\n";
}

std::string help_line(Problem const& problem, os::Paint paint) {
  auto const help = advice_of(problem.message).help;
  if (help.empty()) return "";
  return "  " + paint(os::Colour::teal, "help:") + " " + std::string{help} + "\n";
}

std::string totals(Problems const& problems) {
  report::ProblemReport const counted(problems);
  std::string text;
  auto const add = [&](std::size_t count, std::string const& word) {
    if (count == 0) return;
    text.append(text.empty() ? "" : ", ").append(std::to_string(count)).append(" " + word);
    if (count > 1) text += 's';
  };
  add(counted.errors, "error");
  add(counted.warnings, "warning");
  add(counted.hints, "hint");
  return text.empty() ? "" : text + "\n";
}

std::string problems_as_github(Problems const& problems) {
  std::string out;
  for (auto const& problem : problems) {
    auto const& place = problem.place;
    auto message = problem.path.empty() ? "" : problem.path + ": ";
    if (place.line == 0 && !place.source.empty()) message = place.source + ": " + message;
    out += github_line({.level = problem.severity == Severity::error     ? "error"
                                 : problem.severity == Severity::warning ? "warning"
                                                                         : "notice",
                        .title = problem.code,
                        .place = place,
                        .message = message + problem.message});
  }
  return out;
}

}  // namespace

std::string problems_as_text(Findings const& findings, os::Paint paint) {
  std::string out;
  for (auto const& problem : findings.problems) {
    out += first_line(problem, paint);
    auto const source = findings.sources.find(problem.place.source);
    if (source != findings.sources.end()) out += snippet(problem.place, source->second, paint);
    out += help_line(problem, paint);
  }
  return out + totals(findings.problems);
}

std::string problems_as(Format format, Findings const& findings, os::Paint paint) {
  switch (format) {
    case Format::json: return derive::to_json(report::ProblemReport(findings.problems)) + "\n";
    case Format::github: return problems_as_github(findings.problems);
    case Format::sarif: return sarif(findings.problems);
    default: return problems_as_text(findings, paint);
  }
}

void complain(Console& console, Findings const& findings) {
  Findings shown{.problems = {}, .sources = findings.sources};
  for (auto const& problem : findings.problems)
    if (problem.severity != Severity::hint) shown.problems.push_back(problem);
  console.error << problems_as_text(shown, console.paint_error);
}

}  // namespace sievarr::cli

#include "tested_formats.hpp"

#include "github.hpp"
#include "text.hpp"

#include <sievarr/derive/print.hpp>
#include <sievarr/document/json_text.hpp>

namespace sievarr::cli {
namespace {

using report::TestedCase;
using report::TestedSuite;
using report::TestReport;

constexpr os::Paint no_colours{os::Paint::Mode::plain};

std::string indented(std::string const& text, std::string_view margin) {
  std::string out;
  bool fresh = true;
  for (char const letter : text) {
    if (fresh && letter != '\n') out += margin;
    fresh = letter == '\n';
    out += letter;
  }
  return out;
}

std::string totals(TestReport const& report) {
  return to_text(report.passed) + " passed, " + to_text(report.failed) + " failed";
}

std::string case_text(TestedCase const& tested, os::Paint paint) {
  auto const name = derive::cell_text(tested.name);
  if (tested.passed) return "  " + paint(os::Colour::green, "ok  ") + "  " + name + "\n";
  auto text = "  " + paint(os::Colour::red, "FAIL") + "  " + paint(os::Colour::bold, name) + "  " +
              paint(os::Colour::faint, tested.place) + "\n        " + tested.message.value_or("") +
              "\n";
  if (tested.why) text += "\n" + indented(why_as_text(*tested.why, paint), "        ") + "\n";
  return text;
}

std::string coverage_text(TestedSuite const& suite) {
  if (suite.untouched->empty()) return "  every line of the config is tested\n";
  std::string text = "  lines that no test was decided by:\n";
  for (auto const& line : *suite.untouched)
    text += "    " + line.place + "  " + line.line + ": " + derive::cell_text(line.wanted) + "\n";
  return text;
}

/// A text inside XML; what XML cannot hold becomes a question mark.
std::string xml(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const point = first_code_point(text);
    auto const letter = point.value;
    bool const possible = letter != no_code_point && letter != 0xFFFE && letter != 0xFFFF &&
                          (letter >= 0x20 || letter == '\n' || letter == '\t');
    if (!possible) {
      out += '?';
    } else if (letter == '<') {
      out += "&lt;";
    } else if (letter == '>') {
      out += "&gt;";
    } else if (letter == '&') {
      out += "&amp;";
    } else if (letter == '"') {
      out += "&quot;";
    } else {
      out += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  return out;
}

std::string numbers(std::size_t tests, std::size_t failures) {
  return "tests=\"" + to_text(tests) + "\" failures=\"" + to_text(failures) + "\" errors=\"0\"";
}

std::string junit_case(TestedCase const& tested, std::string const& suite) {
  auto text = "    <testcase name=\"" + xml(tested.name) + "\" classname=\"" + xml(suite) +
              "\" file=\"" + xml(tested.at.source) + "\" line=\"" + to_text(tested.at.line) + "\"";
  if (tested.passed) return text + "/>\n";
  auto const message = tested.message.value_or("");
  text += ">\n      <failure message=\"" + xml(message) + "\" type=\"expectation\">";
  text += xml(tested.place + ": " + message + "\n");
  if (tested.why) text += xml(why_as_text(*tested.why, no_colours));
  return text + "</failure>\n    </testcase>\n";
}

/// A description of a line of TAP: nothing in it may look like a directive.
std::string tap_words(std::string_view text) {
  std::string out;
  for (char const letter : derive::cell_text(std::string{text})) {
    if (letter == '#' || letter == '\\') out += '\\';
    out += letter;
  }
  return out;
}

std::string tap_case(TestedCase const& tested, std::size_t number) {
  auto const text = "ok " + to_text(number) + " - " + tap_words(tested.name) + "\n";
  if (tested.passed) return text;
  std::string message;
  document::append_json_string(message, tested.message.value_or(""));
  std::string place;
  document::append_json_string(place, tested.place);
  auto block = "  ---\n  message: " + message + "\n  at: " + place + "\n";
  if (tested.why) block += "  why: |\n" + indented(why_as_text(*tested.why, no_colours), "    ");
  return "not " + text + block + "  ...\n";
}

}  // namespace

std::string tested_as_text(TestReport const& report, os::Paint paint) {
  std::string text;
  for (auto const& suite : report.suites) {
    text += suite.file + "\n";
    for (auto const& tested : suite.cases) text += case_text(tested, paint);
    if (suite.untouched) text += coverage_text(suite);
  }
  return text + totals(report) + "\n";
}

std::string tested_as_junit(TestReport const& report) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sievarr\" " +
                     numbers(report.passed + report.failed, report.failed) + ">\n";
  for (auto const& suite : report.suites) {
    text += "  <testsuite name=\"" + xml(suite.file) + "\" " +
            numbers(suite.cases.size(), suite.failed()) + ">\n";
    text += "    <properties><property name=\"sievarr_test\" value=\"" +
            to_text(report.sievarr_test) + "\"/></properties>\n";
    for (auto const& tested : suite.cases) text += junit_case(tested, suite.file);
    text += "  </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

std::string tested_as_tap(TestReport const& report) {
  auto text = "TAP version 14\n1.." + to_text(report.passed + report.failed) + "\n# sievarr_test " +
              to_text(report.sievarr_test) + "\n";
  std::size_t number = 0;
  for (auto const& suite : report.suites)
    for (auto const& tested : suite.cases) text += tap_case(tested, ++number);
  return text;
}

std::string tested_as_github(TestReport const& report) {
  std::string text;
  for (auto const& suite : report.suites) {
    for (auto const& tested : suite.cases)
      if (!tested.passed)
        text += github_line({.level = "error",
                             .title = "sievarr test 1",
                             .place = tested.at,
                             .message = tested.name + ": " + tested.message.value_or("")});
    if (suite.untouched && !suite.untouched->empty())
      text += github_line({.title = "sievarr test 1",
                           .message = to_text(suite.untouched->size()) +
                                      " lines of the config are not tested by " + suite.file});
  }
  return text + github_line({.title = "sievarr test 1", .message = totals(report)});
}

}  // namespace sievarr::cli

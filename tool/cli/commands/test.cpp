#include "cli/options/day_option.hpp"
#include "cli/options/suite.hpp"
#include "cli/text/output.hpp"
#include "cli/text/tested_formats.hpp"
#include "commands.hpp"
#include "os/file.hpp"

#include <sievarr/derive/json.hpp>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

using os::Exit;

/// Runs users' tests of their own filters.
class Test final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "FILE",
                .meaning =
                    "files of tests or configs with tests, - for standard input; else the tests "
                    "in the config and tests.yaml beside it",
                .into = &files_});
    options_.config.declare(syntax);
    options_.shows.declare(syntax);
    syntax.add({.name = "--coverage",
                .meaning = "list the lines of the config that no test tries",
                .into = &coverage_});
    syntax.add({.name = "--allow-empty",
                .meaning = "a file without tests is fine",
                .into = &allow_empty_});
    day_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr test\n"
        "sievarr test tests.yaml\n"
        "sievarr test tests.yaml --shows shows.ndjson.gz --coverage\n"
        "sievarr test tests.yaml --format junit > results.xml";
  }

  Exit run(Console& console) override {
    day_.apply(console);
    if (coverage_) options_.coverage = Coverage::asked;
    report::TestReport report;
    for (auto const& file : meant(console)) {
      auto suite = run_suite(file, options_, console);
      if (!suite) return Exit::misused;
      report.add(*std::move(suite));
    }
    console.out << written(report, console);
    return verdict_on(report, console);
  }

 private:
  std::vector<std::string> meant(Console& console) const {
    if (!files_.empty()) return files_;
    auto const config = options_.config.path(console).value_or("");
    auto const slash = config.rfind('/');
    auto const folder = slash == std::string::npos ? "" : config.substr(0, slash + 1);
    auto const beside = folder + "tests.yaml";
    std::vector<std::string> files;
    if (!config.empty() && says_tests(config, console)) files.push_back(config);
    if (files.empty() || os::exists(beside)) files.push_back(beside);
    return files;
  }

  std::string written(report::TestReport const& report, Console const& console) const {
    switch (output_.format()) {
      case Format::json: return derive::to_json(report) + "\n";
      case Format::junit: return tested_as_junit(report);
      case Format::tap: return tested_as_tap(report);
      case Format::github: return tested_as_github(report);
      default: return tested_as_text(report, console.paint_out);
    }
  }

  Exit verdict_on(report::TestReport const& report, Console& console) const {
    bool empty = false;
    for (auto const& suite : report.suites) {
      if (!suite.cases.empty() || allow_empty_) continue;
      complain(console, {.text = sievarr::quoted(suite.file) + " expects nothing",
                         .hint = "write what you expect below \"expect:\", or \"tests:\" in a "
                                 "config, or say --allow-empty"});
      empty = true;
    }
    return empty || report.failed > 0 ? Exit::findings : Exit::fine;
  }

  std::vector<std::string> files_;
  SuiteOptions options_;
  bool coverage_ = false;
  bool allow_empty_ = false;
  DayOption day_;
  OutputOption output_{{Format::text, Format::json, Format::junit, Format::tap, Format::github}};
};

}  // namespace

std::unique_ptr<Command> make_test() { return std::make_unique<Test>(); }

}  // namespace sievarr::cli

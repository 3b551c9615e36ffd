#include "suite.hpp"

#include <sievarr/config/plan.hpp>
#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/plan/compile.hpp>
#include <sievarr/filter/suite/expectation.hpp>

#include <ostream>
#include <utility>
#include <variant>

namespace sievarr::cli {
namespace {

/// A path as seen from the folder of a file.
std::string beside(std::string const& file, std::string const& path) {
  auto const slash = file.rfind('/');
  bool const whole = path.starts_with('/') || path == "-";
  return whole || slash == std::string::npos ? path : file.substr(0, slash + 1) + path;
}

/// A config has its tests below a key; a file of tests is nothing else.
bool is_config(document::Node const& document) {
  return document::find(document, "tests") && !document::find(document, "expect");
}

/// Tests on their way from text to outcomes.
class SuiteRun {
 public:
  SuiteRun(std::string file, SuiteOptions const& options, Console& console)
      : file_(std::move(file)), options_(options), console_(console) {}

  std::optional<report::TestedSuite> run() {
    auto source = read_source(console_, file_);
    if (!source) {
      complain(console_, source.error());
      return std::nullopt;
    }
    source_ = *std::move(source);
    auto document = document::read_yaml(source_.text, source_.name);
    if (is_config(document.value)) return run_config();
    document_ = std::move(document.value);
    if (!tell(std::move(document.problems))) return std::nullopt;
    return run_file();
  }

 private:
  std::optional<report::TestedSuite> run_file() {
    auto decoded = derive::decode<filter::Suite>(document_);
    suite_ = std::move(decoded.value);
    if (!tell(std::move(decoded.problems))) return std::nullopt;
    if (suite_.tests.today) console_.today = *suite_.tests.today;
    auto const plan = this->plan();
    return plan ? examined(*plan, document_) : std::nullopt;
  }

  std::optional<report::TestedSuite> run_config() {
    auto config = options_.config.with_source(source_).need(console_);
    if (!config) return std::nullopt;
    suite_.tests = config->loaded.config.tests;
    if (suite_.tests.today) console_.today = *suite_.tests.today;
    auto const plan = tried_plan(*config);
    return plan ? examined(*plan, *document::find(config->loaded.document, "tests")) : std::nullopt;
  }

  /// The plan of the config itself, on the day of its tests, unless another config is asked for.
  std::optional<filter::Plan> tried_plan(LoadedConfig& own) {
    if (options_.config.is_given() && options_.config.path(console_) != file_) {
      auto other = options_.config.need(console_);
      if (!other) return std::nullopt;
      return std::move(other->plan);
    }
    if (!suite_.tests.today) return std::move(own.plan);
    auto reading = config::plan_of(own.loaded, console_.today);
    if (has_errors(reading.problems) && !tell(std::move(reading.problems))) return std::nullopt;
    return std::move(reading.value);
  }

  /// Whether the problems let us go on.
  bool tell(Problems problems) {
    bool const fine = !has_errors(problems);
    complain(console_,
             Findings{.problems = std::move(problems), .sources = {{source_.name, source_.text}}});
    return fine;
  }

  std::optional<filter::Plan> plan() {
    if (suite_.config && suite_.filters) {
      complain(console_, {.text = sievarr::quoted(source_.name) + " has both config and filters",
                          .hint = "keep the one that is to be tested"});
      return std::nullopt;
    }
    if (suite_.filters) return own_plan();
    auto const option = suite_.config && !options_.config.is_given()
                            ? options_.config.with_file(beside(file_, *suite_.config))
                            : options_.config;
    auto config = option.need(console_);
    if (!config) return std::nullopt;
    return std::move(config->plan);
  }

  std::optional<filter::Plan> own_plan() {
    auto const* const written = document::find(document_, "filters");
    auto reading = filter::compile(*suite_.filters, {.document = written, .today = console_.today});
    if (!tell(std::move(reading.problems))) return std::nullopt;
    return std::move(reading.value);
  }

  std::optional<filter::Table> table() {
    if (options_.shows.given()) return options_.shows.read(console_);
    filter::Table table;
    auto const& named = suite_.tests.shows;
    if (!named) return table;
    if (auto const* const path = std::get_if<std::string>(&*named)) {
      auto shows = options_.shows;
      shows.set(beside(file_, *path));
      return shows.read(console_);
    }
    std::int64_t made_up = 0;
    for (auto show : std::get<std::vector<Show>>(*named)) {
      if (show.id == 0) show.id = --made_up;
      table.upsert(show);
    }
    return table;
  }

  /// What came of the expectations, which were written there.
  std::optional<report::TestedSuite> examined(filter::Plan const& plan,
                                              document::Node const& written) {
    auto const table = this->table();
    if (!table) return std::nullopt;
    auto const judged = filter::judge_all(plan, *table);
    filter::Catalogue const catalogue{plan, *table, judged};
    filter::Examiner examiner(catalogue);
    report::TestedSuite suite{.file = source_.name};
    auto const& expect = suite_.tests.expect;
    for (std::size_t at = 0; at < expect.size(); ++at) {
      auto outcome = examiner.examine(expect[at]);
      report::TestedCase tested{
          .name = outcome.name, .passed = outcome.passed(), .at = place(written, at)};
      tested.place = to_text(tested.at);
      if (!outcome.passed()) tested.message = outcome.message;
      if (!outcome.passed() && outcome.show) tested.why = filter::why(plan, *outcome.show);
      suite.cases.push_back(std::move(tested));
    }
    if (options_.coverage == Coverage::unasked) return suite;
    suite.untouched.emplace();
    for (auto const* const line : examiner.untouched())
      suite.untouched->push_back({line->path, filter::wanted(*line), to_text(line->place)});
    return suite;
  }

  Place place(document::Node const& written, std::size_t index) const {
    auto const* const expect = document::find(written, "expect");
    auto const* const items = document::sequence(expect ? *expect : written);
    return items && index < items->size() ? (*items)[index].place : Place{.source = source_.name};
  }

  std::string file_;
  SuiteOptions const& options_;
  Console console_;  // Its own: the day may be another.
  config::Source source_;
  document::Node document_;
  filter::Suite suite_;
};

}  // namespace

bool says_tests(std::string const& file, Console& console) {
  if (file == "-") return false;
  auto const source = read_source(console, file);
  return source && is_config(document::read_yaml(source->text, source->name).value);
}

std::optional<report::TestedSuite> run_suite(std::string const& file, SuiteOptions const& options,
                                             Console& console) {
  return SuiteRun(file, options, console).run();
}

}  // namespace sievarr::cli

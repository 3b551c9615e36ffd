#pragma once

#include <sievarr/filter/plan/why.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What came of users' tests, as people and programs read it.
namespace sievarr::report {

/// One expectation and what came of it.
struct TestedCase {
  std::string name;
  std::string place;
  bool passed = false;
  std::optional<std::string> message;
  std::optional<filter::Why> why;
  Place at = {};  ///< The place again, for those who point at it.
};
BOOST_DESCRIBE_STRUCT(TestedCase, (), (name, place, passed, message, why))

constexpr auto notes_of(reflect::Of<TestedCase>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TestedCase::name>{.text = "The show or the count that it is about."},
      Note<&TestedCase::place>{.text = "Where it was written: file, line and column."},
      Note<&TestedCase::passed>{.text = "Whether it was met."},
      Note<&TestedCase::message>{.text = "How it was missed."},
      Note<&TestedCase::why>{.text = "Everything behind the verdict, where it was missed."},
  };
}

/// A line of the config that no case was decided by.
struct UntouchedLine {
  std::string line;
  std::string wanted;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(UntouchedLine, (), (line, wanted, place))

constexpr auto notes_of(reflect::Of<UntouchedLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&UntouchedLine::line>{.text = "Its path in the config."},
      Note<&UntouchedLine::wanted>{.text = "What it asks for."},
      Note<&UntouchedLine::place>{.text = "Where it was written: file, line and column."},
  };
}

/// A file of tests and what came of it.
struct TestedSuite {
  std::string file;
  std::vector<TestedCase> cases = {};
  std::optional<std::vector<UntouchedLine>> untouched = {};

  std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [](auto const& each) { return !each.passed; }));
  }
};
BOOST_DESCRIBE_STRUCT(TestedSuite, (), (file, cases, untouched))

constexpr auto notes_of(reflect::Of<TestedSuite>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TestedSuite::file>{.text = "The file."},
      Note<&TestedSuite::cases>{.text = "Its expectations, in their order."},
      Note<&TestedSuite::untouched>{.text = "Lines that no case was decided by, when asked for."},
  };
}

/// All files of tests and what came of them.
struct TestReport {
  int sievarr_test = 1;
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::vector<TestedSuite> suites = {};

  void add(TestedSuite suite) {
    failed += suite.failed();
    passed += suite.cases.size() - suite.failed();
    suites.push_back(std::move(suite));
  }
};
BOOST_DESCRIBE_STRUCT(TestReport, (), (sievarr_test, passed, failed, suites))

constexpr auto notes_of(reflect::Of<TestReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TestReport::sievarr_test>{.text = "Version of this format."},
      Note<&TestReport::passed>{.text = "How many expectations were met."},
      Note<&TestReport::failed>{.text = "How many were missed."},
      Note<&TestReport::suites>{.text = "The files, in the order in which they were named."},
  };
}

}  // namespace sievarr::report

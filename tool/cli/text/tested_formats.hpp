#pragma once

#include "os/paint.hpp"

#include <sievarr/report/tested.hpp>

#include <string>

namespace sievarr::cli {

/// Outcomes of tests for people: a failing case has its tree of reasons beneath.
std::string tested_as_text(report::TestReport const& report, os::Paint paint);

/// The format of JUnit, which CI servers show.
std::string tested_as_junit(report::TestReport const& report);

/// The Test Anything Protocol, version 14.
std::string tested_as_tap(report::TestReport const& report);

/// A line for each failing case, at its place.
std::string tested_as_github(report::TestReport const& report);

}  // namespace sievarr::cli

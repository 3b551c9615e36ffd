#pragma once

#include "config_option.hpp"
#include "console.hpp"
#include "shows.hpp"

#include <sievarr/report/tested.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::cli {

enum class Coverage : std::uint8_t { unasked, asked };

/// What stands over a file of tests: another config, other shows.
struct SuiteOptions {
  ConfigOption config;
  ShowsOption shows;
  Coverage coverage = Coverage::unasked;
};

/// Whether a config says itself what is expected of it.
bool says_tests(std::string const& file, Console& console);

/// Runs a file of tests, or the tests of a config; none when they cannot be run, which has been
/// said by then.
std::optional<report::TestedSuite> run_suite(std::string const& file, SuiteOptions const& options,
                                             Console& console);

}  // namespace sievarr::cli

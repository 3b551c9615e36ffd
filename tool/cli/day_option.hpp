#pragma once

#include "cli/console.hpp"

#include <sievarr/base/text.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace sievarr::cli {

/// The option that says which day it is: --today 2026-01-31.
class DayOption {
 public:
  void declare(CLI::App& parser) {
    auto const check = [](std::string const& word) {
      return to_date(word) ? "" : "expected a date such as 2026-01-31, got " + quoted(word);
    };
    parser.add_option("--today", day_, "the day from which -2y or today is counted; else this day")
        ->check(check)
        ->type_name("DATE");
  }

  /// Moves the console to that day, if one was given.
  void apply(Console& console) const {
    if (auto const day = to_date(day_)) console.today = *day;
  }

 private:
  std::string day_;
};

}  // namespace sievarr::cli

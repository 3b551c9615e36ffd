#pragma once

#include "cli/parse/syntax.hpp"
#include "console.hpp"

#include <sievarr/base/text.hpp>

#include <string>

namespace sievarr::cli {

/// The option that says which day it is: --today 2026-01-31.
class DayOption {
 public:
  void declare(Syntax& syntax) {
    auto const check = [](std::string const& word) {
      return to_date(word) ? "" : "expected a date such as 2026-01-31, got " + quoted(word);
    };
    syntax.add({.name = "--today",
                .takes = "DATE",
                .meaning = "the day from which -2y or today is counted; else this day",
                .into = &day_,
                .check = check});
  }

  /// Moves the console to that day, if one was given.
  void apply(Console& console) const {
    if (auto const day = to_date(day_)) console.today = *day;
  }

 private:
  std::string day_;
};

}  // namespace sievarr::cli

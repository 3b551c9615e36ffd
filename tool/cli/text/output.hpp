#pragma once

#include "cli/parse/syntax.hpp"

#include <sievarr/reflect/describe.hpp>

#include <string>
#include <vector>

namespace sievarr::cli {

/// How a command may write what it found. Text is for people, all others are for programs and say
/// their version.
BOOST_DEFINE_ENUM_CLASS(Format, text, json, ndjson, csv, github, sarif, junit, tap, markdown)

/// The option that says how to write: --format WORD, and --json for short where that is offered.
class OutputOption {
 public:
  /// The first of the formats is what is written when nobody says.
  explicit OutputOption(std::vector<Format> offered);

  void declare(Syntax& syntax);
  Format format() const;

 private:
  std::vector<Format> offered_;
  std::string word_;
  bool json_ = false;
};

}  // namespace sievarr::cli

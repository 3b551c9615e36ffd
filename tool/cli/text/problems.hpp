#pragma once

#include "cli/options/console.hpp"
#include "output.hpp"

#include <sievarr/base/problem.hpp>

#include <map>
#include <string>
#include <string_view>

namespace sievarr::cli {

/// The texts that problems point into, by the name of their source.
using Sources = std::map<std::string, std::string>;

/// Problems and where they point.
struct Findings {
  Problems problems;
  Sources sources = {};
};

/// The line of a source that a place points at, and marks below what it means; empty where the
/// place has no line there.
std::string snippet(Place const& place, std::string_view source, os::Paint paint);

/// Problems for people, each with the line it points at.
std::string problems_as_text(Findings const& findings, os::Paint paint);

/// Problems in any format that OutputOption offers for them: text, json, github, sarif.
std::string problems_as(Format format, Findings const& findings, os::Paint paint);

/// Problems in the format of static analysis tools, SARIF 2.1.0.
std::string sarif(Problems const& problems);

/// What a command does with the problems of a document that it only needs: they go to the error
/// stream, hints do not.
void complain(Console& console, Findings const& findings);

}  // namespace sievarr::cli

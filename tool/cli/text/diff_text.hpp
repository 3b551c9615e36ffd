#pragma once

#include "os/paint.hpp"

#include <sievarr/report/diff.hpp>

#include <cstddef>
#include <string>

namespace sievarr::cli {

/// A difference for people: what happened, grouped by the line that caused it, with so many shows
/// of each group.
std::string diff_as_text(report::DiffReport const& diff, std::size_t limit, os::Paint paint);

/// The same for the comment of a pull request.
std::string diff_as_markdown(report::DiffReport const& diff, std::size_t limit);

/// A line for each cause, at its place in the new config.
std::string diff_as_github(report::DiffReport const& diff);

}  // namespace sievarr::cli

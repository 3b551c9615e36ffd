#pragma once

#include "os/paint.hpp"

#include <sievarr/report/judged.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::cli {

/// Verdicts as a table no wider than a screen, if that is said, and how many more there are.
std::string judged_as_text(std::vector<report::JudgedRow> const& rows, std::size_t more,
                           std::optional<std::size_t> width);

/// The counts below that table: verdicts, what each selection decided, why shows were left out.
std::string summary_as_text(report::JudgeSummary const& summary, os::Paint paint);

/// The day and the hashes alone.
std::string hashes_as_text(report::JudgeSummary const& summary);

/// What each line does, as a table.
std::string funnel_as_text(report::Funnel const& funnel);

/// The shows that one line alone keeps out, as a table.
std::string near_as_text(std::vector<report::NearShow> const& shows);

}  // namespace sievarr::cli

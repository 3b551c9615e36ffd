#pragma once

#include <sievarr/api/jobs.hpp>

#include <string>

namespace sievarr::cli {

/// The jobs as a table for people: how each stands, and how its last run went.
std::string jobs_as_text(api::JobsAnswer const& answer);

/// What came of what was wanted of one, in a line.
std::string reply_as_text(api::JobAnswer const& answer);

}  // namespace sievarr::cli

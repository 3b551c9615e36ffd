#pragma once

#include "os/paint.hpp"

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/plan_report.hpp>
#include <sievarr/adding/show_state.hpp>
#include <sievarr/api/jobs.hpp>
#include <sievarr/config/layers.hpp>
#include <sievarr/filter/plan/why.hpp>
#include <sievarr/report/diff.hpp>

#include <cstddef>
#include <optional>
#include <string>

/// What commands report, as text for people.
namespace sievarr::cli {

/// The whole tree of reasons for one show, aligned, on one screen; with what has become of it so
/// far, where that is known.
std::string why_as_text(filter::Why const& why, os::Paint paint, std::string const& so_far = {});

/// What has become of a show, in a line, with what a person can do about it; an intent is open
/// where it was sent and nobody knows its end.
std::string state_as_text(adding::ShowState const& row,
                          std::optional<adding::Intent> const& open = {});

/// What a text is written for.
struct Screen {
  os::Paint paint;
  std::optional<std::size_t> width = {};  ///< Without one nothing is cut.
};

/// What the next cycle would do: at most so many adds by name, what waits by cause, what was
/// refused, the hash.
std::string plan_as_text(adding::PlanReport const& plan, std::size_t most, Screen const& screen);

/// A difference for people: what happened, grouped by the line that caused it, with so many shows
/// of each group.
std::string diff_as_text(report::DiffReport const& diff, std::size_t limit, os::Paint paint);

/// The same for the comment of a pull request.
std::string diff_as_markdown(report::DiffReport const& diff, std::size_t limit);

/// A line for each cause, at its place in the new config.
std::string diff_as_github(report::DiffReport const& diff);

/// The jobs as a table for people: how each stands, and how its last run went.
std::string jobs_as_text(api::JobsAnswer const& answer);

/// What came of what was wanted of one, in a line.
std::string reply_as_text(api::JobAnswer const& answer);

/// A config as YAML, each value with the place that it comes from behind it. The variable
/// that may hold it stands for each secret.
std::string config_as_text(config::Loaded const& loaded, os::Paint paint);

/// The same as JSON: the config, and the origins by path.
std::string config_as_json(config::Loaded const& loaded);

}  // namespace sievarr::cli

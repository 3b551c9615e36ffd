#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <string>
#include <string_view>
#include <vector>

/// From YAML to a plan in one call, for tests; compiled once for all of them.
namespace sievarr::filter::fixtures {

inline constexpr std::string_view source = "config.yaml";

/// Two instances, so that routes can differ.
std::vector<target::Target> instances();

Reading<Plan> read_plan(std::string_view yaml);

/// All there is to say about a filter, a line each.
std::string problems(std::string_view yaml);

/// The plan of a filter without errors.
Plan plan(std::string_view yaml);

/// A show that has everything.
Show severance();

Decision decide(std::string_view yaml, Show const& show);

}  // namespace sievarr::filter::fixtures

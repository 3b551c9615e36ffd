#pragma once

#include <sievarr/report/diff.hpp>
#include <sievarr/report/judged.hpp>
#include <sievarr/report/problem_report.hpp>

#include <string>
#include <vector>

namespace sievarr::api {

/// What a config makes of the catalogue, and how that differs from the config in force.
struct JudgeAnswer {
  report::JudgeSummary summary;
  report::DiffReport difference;
  std::vector<report::ProblemLine> problems;
};
BOOST_DESCRIBE_STRUCT(JudgeAnswer, (), (summary, difference, problems))

constexpr auto notes_of(reflect::Of<JudgeAnswer>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgeAnswer::summary>{.text = "What it makes of the catalogue, in short."},
      Note<&JudgeAnswer::difference>{.text = "What would change, were it in force."},
      Note<&JudgeAnswer::problems>{.text = "What there is to say about it; no errors."},
  };
}

}  // namespace sievarr::api

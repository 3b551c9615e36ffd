#pragma once

#include <sievarr/editor/part_line.hpp>
#include <sievarr/editor/remark.hpp>
#include <sievarr/filter/plan/plan.hpp>
#include <sievarr/report/judged.hpp>
#include <sievarr/report/problem_report.hpp>
#include <sievarr/report/row_facts.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace sievarr::wasm {

/// What came of loading shows.
struct Loaded {
  std::size_t shows = 0;
  std::size_t bad = 0;
  std::size_t odd = 0;
  bool whole = true;
  bool taken = true;
  report::ProblemReport problems{Problems{}};
};
BOOST_DESCRIBE_STRUCT(Loaded, (), (shows, bad, odd, whole, taken, problems))

constexpr auto notes_of(reflect::Of<Loaded>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Loaded::shows>{.text = "How many shows there are now."},
      Note<&Loaded::bad>{.text = "Entries that are no show."},
      Note<&Loaded::odd>{.text = "Values that were taken as absent."},
      Note<&Loaded::whole>{.text = "False where the text broke off."},
      Note<&Loaded::taken>{.text = "False where no show came, and the old ones stayed."},
      Note<&Loaded::problems>{.text = "The first of them."},
  };
}

/// What a text makes of the shows, apart from the columns.
struct JudgeAnswer {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;
  std::vector<editor::Remark> problems;
  bool judged = false;
  std::string filter_hash;
  report::CountReport counts;
  std::vector<editor::PartLine> parts;
  std::vector<std::string> selections;
  std::vector<target::Target> routes;
};
BOOST_DESCRIBE_STRUCT(JudgeAnswer, (),
                      (errors, warnings, hints, problems, judged, filter_hash, counts, parts,
                       selections, routes))

constexpr auto notes_of(reflect::Of<JudgeAnswer>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgeAnswer::errors>{.text = "How many errors there are."},
      Note<&JudgeAnswer::warnings>{.text = "How many warnings there are."},
      Note<&JudgeAnswer::hints>{.text = "How many hints there are."},
      Note<&JudgeAnswer::problems>{.text = "All there is to say about the text, from its top."},
      Note<&JudgeAnswer::judged>{.text = "Whether the columns are of this text."},
      Note<&JudgeAnswer::filter_hash>{.text = "Equal for filters that say the same."},
      Note<&JudgeAnswer::counts>{.text = "How many shows got which answer, where it is judged."},
      Note<&JudgeAnswer::parts>{.text = "The lines and selections, by the numbers in the column."},
      Note<&JudgeAnswer::selections>{.text = "Their names, by the numbers in the column."},
      Note<&JudgeAnswer::routes>{.text = "Where shows go, by the numbers in the column."},
  };
}

/// Some of many shows.
struct Excerpt {
  std::size_t total = 0;
  std::vector<report::RowFacts> shows;
};
BOOST_DESCRIBE_STRUCT(Excerpt, (), (total, shows))

constexpr auto notes_of(reflect::Of<Excerpt>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Excerpt::total>{.text = "How many shows there are."},
      Note<&Excerpt::shows>{.text = "The first of them."},
  };
}

}  // namespace sievarr::wasm

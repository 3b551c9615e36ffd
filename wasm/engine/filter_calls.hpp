#pragma once

#include "call.hpp"
#include "config_overlay.hpp"
#include "engine.hpp"

#include <cstdint>
#include <string>
#include <tuple>

namespace sievarr::wasm {

/// A text that shows are judged by.
struct JudgeGiven {
  std::string text;
  Date today;
};
BOOST_DESCRIBE_STRUCT(JudgeGiven, (), (text, today))

constexpr auto notes_of(reflect::Of<JudgeGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&JudgeGiven::text>{.text = "The config.", .required = true},
      Note<&JudgeGiven::today>{.text = "The day that relative days count from.", .required = true},
  };
}

/// A show.
struct ShowGiven {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(ShowGiven, (), (id))

constexpr auto notes_of(reflect::Of<ShowGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ShowGiven::id>{.text = "Its number in the catalogue.", .required = true},
  };
}

/// A line of the filter, or a selection.
struct AloneGiven {
  std::uint32_t part = 0;
  std::uint32_t most = 0;
};
BOOST_DESCRIBE_STRUCT(AloneGiven, (), (part, most))

constexpr auto notes_of(reflect::Of<AloneGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&AloneGiven::part>{.text = "Its number among the parts.", .required = true},
      Note<&AloneGiven::most>{.text = "How many shows at most.", .required = true},
  };
}

/// What shows have in common.
struct GroupsGiven {
  filter::GroupBy by = filter::GroupBy::year;
};
BOOST_DESCRIBE_STRUCT(GroupsGiven, (), (by))

constexpr auto notes_of(reflect::Of<GroupsGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&GroupsGiven::by>{.text = "The field.", .required = true},
  };
}

/// What is measured of shows.
struct HistogramGiven {
  filter::Measure measure = filter::Measure::rating;
};
BOOST_DESCRIBE_STRUCT(HistogramGiven, (), (measure))

constexpr auto notes_of(reflect::Of<HistogramGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HistogramGiven::measure>{.text = "The field.", .required = true},
  };
}

/// Calls about the filter: what it decides, why, and how that differs from a baseline.
constexpr auto filter_calls() {
  return std::tuple{
      Call{"surround", "What variables stand for from now on, and values that are set on top.",
           [](Engine& engine, ConfigOverlay const& given) { engine.surround(given); }},
      Call{"judge", "Judges every show; where the filter has errors, all stays as it was.",
           [](Engine& engine, JudgeGiven const& given) {
             return engine.judge(given.text, given.today);
           }},
      Call{"decisionHash", "What `sievarr judge --hash` prints.",
           [](Engine& engine) { return engine.decision_hash(); }},
      Call{"why", "Why a show gets its verdict.",
           [](Engine& engine, ShowGiven const& given) { return engine.why(given.id); }},
      Call{"insight", "What every line does to the catalogue.",
           [](Engine& engine) { return engine.insight(); }},
      Call{"alone", "The shows that only this line keeps out, or only this selection takes.",
           [](Engine& engine, AloneGiven const& given) {
             return engine.excerpt(engine.alone(given.part), given.most);
           }},
      Call{"groups", "Verdicts by what shows have in common.",
           [](Engine& engine, GroupsGiven const& given) { return engine.groups(given.by); }},
      Call{"histogram", "Verdicts by how much shows have of something.",
           [](Engine& engine, HistogramGiven const& given) {
             return engine.histogram(given.measure);
           }},
      Call{"bounds", "The bounds in the text, each with its place on a scale.",
           [](Engine& engine) { return engine.bounds(); }},
      Call{"examine", "What came of the tests in the text.",
           [](Engine& engine) { return engine.examine(); }},
      Call{"advice", "What only the shows tell: words that none has, lines without effect.",
           [](Engine& engine) { return engine.advice(); }},
      Call{"pin", "Makes what was judged last the baseline.", [](Engine& engine) { engine.pin(); }},
      Call{"pinConfig", "Makes another text the baseline, unless its filter has errors.",
           [](Engine& engine, JudgeGiven const& given) {
             return engine.pin_config(given.text, given.today);
           }},
      Call{"changes", "How what was judged last differs from the baseline.",
           [](Engine& engine) { return engine.changes(); }},
  };
}

}  // namespace sievarr::wasm

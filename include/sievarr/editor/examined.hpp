#pragma once

#include <sievarr/config/plan.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/editor/spot.hpp>
#include <sievarr/filter/plan/parts.hpp>
#include <sievarr/filter/suite/expectation.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::editor {

/// One expectation and what came of it.
struct ExaminedCase {
  std::string name;
  bool passed = false;
  std::optional<std::string> message;
  std::optional<std::int64_t> id;
  std::optional<Spot> at;
};
BOOST_DESCRIBE_STRUCT(ExaminedCase, (), (name, passed, message, id, at))

constexpr auto notes_of(reflect::Of<ExaminedCase>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ExaminedCase::name>{.text = "The show or the count that it is about."},
      Note<&ExaminedCase::passed>{.text = "Whether it was met."},
      Note<&ExaminedCase::message>{.text = "How it was missed."},
      Note<&ExaminedCase::id>{.text = "The show, if it is one of the catalogue."},
      Note<&ExaminedCase::at>{.text = "Where it stands in the text."},
  };
}

/// The tests of a config and what came of them.
struct Examined {
  std::uint32_t passed = 0;
  std::uint32_t failed = 0;
  std::vector<ExaminedCase> cases;
  std::vector<std::uint32_t> untouched;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Examined, (), (passed, failed, cases, untouched, note))

constexpr auto notes_of(reflect::Of<Examined>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Examined::passed>{.text = "How many expectations were met."},
      Note<&Examined::failed>{.text = "How many were missed."},
      Note<&Examined::cases>{.text = "The expectations, in their order."},
      Note<&Examined::untouched>{.text = "Lines that no case was decided by, as parts."},
      Note<&Examined::note>{.text = "What was done otherwise than sievarr test would."},
  };
}

/// Holds the tests of a config against its filter.
class TestExaminer {
 public:
  TestExaminer(config::Loaded const& loaded, document::Utf16 const& units)
      : loaded_(loaded), tests_(loaded.config.tests), units_(units) {}

  /// The day of the tests may be another than the one of the plan, and so may the shows be.
  Examined examine(filter::Catalogue const& catalogue) const {
    filter::Plan plan = catalogue.plan;
    bool const other_day = tests_.today && *tests_.today != plan.today;
    if (other_day) plan = config::plan_of(loaded_, *tests_.today).value;
    auto const* made_up = tests_.shows ? std::get_if<std::vector<Show>>(&*tests_.shows) : nullptr;
    if (made_up) return examine_made_up(plan, *made_up);
    auto examined = other_day ? examine_with(plan, catalogue.table) : examine_all(catalogue);
    if (tests_.shows)
      examined.note =
          "the shows here were used, not those of " + quoted(std::get<std::string>(*tests_.shows));
    return examined;
  }

 private:
  Examined examine_made_up(filter::Plan const& plan, std::vector<Show> const& shows) const {
    filter::Table table;
    std::int64_t made_up = 0;
    for (auto show : shows) {
      if (show.id == 0) show.id = --made_up;
      table.upsert(show);
    }
    return examine_with(plan, table);
  }

  Examined examine_with(filter::Plan const& plan, filter::Table const& table) const {
    auto const judged = filter::judge_all(plan, table);
    return examine_all({plan, table, judged});
  }

  Examined examine_all(filter::Catalogue const& catalogue) const {
    filter::Examiner examiner(catalogue);
    Examined examined;
    for (std::size_t at = 0; at < tests_.expect.size(); ++at) {
      auto const outcome = examiner.examine(tests_.expect[at]);
      ++(outcome.passed() ? examined.passed : examined.failed);
      ExaminedCase told{.name = outcome.name, .passed = outcome.passed(), .at = spot(at)};
      if (!outcome.passed()) told.message = outcome.message;
      if (outcome.show && catalogue.table.find(outcome.show->id)) told.id = outcome.show->id;
      examined.cases.push_back(std::move(told));
    }
    auto const untouched = examiner.untouched();
    filter::Parts const parts(catalogue.plan);
    for (std::uint32_t number = 0; number < parts.size(); ++number)
      if (std::find(untouched.begin(), untouched.end(), parts[number].line) != untouched.end())
        examined.untouched.push_back(number);
    return examined;
  }

  std::optional<Spot> spot(std::size_t index) const {
    auto const* written = document::find(loaded_.document, "tests");
    auto const* expect = written ? document::find(*written, "expect") : nullptr;
    if (expect) written = expect;
    auto const* items = written ? document::sequence(*written) : nullptr;
    if (!items || index >= items->size()) return std::nullopt;
    return spot_of((*items)[index].place, units_);
  }

  config::Loaded const& loaded_;
  filter::Tests const& tests_;
  document::Utf16 const& units_;
};

/// The verdict on a show as an expectation that holds now.
inline document::Node expectation_of(filter::Plan const& plan, Show const& show) {
  auto const decision = filter::judge(plan, show).decision;
  auto expectation = document::object_node(
      {document::member("show", document::text_node("tvmaze:" + to_text(show.id))),
       document::member("verdict", document::plain_node(reflect::word_of(decision.verdict)))});
  if (decision.selection != filter::Decision::nobody)
    document::set(expectation, "selection",
                  document::text_node(plan.selections[decision.selection].name));
  if (decision.category != filter::Category::none)
    document::set(expectation, "reason", document::plain_node(reflect::word_of(decision.category)));
  return expectation;
}

}  // namespace sievarr::editor

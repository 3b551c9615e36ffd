#pragma once

#include <sievarr/filter/plan/parts.hpp>
#include <sievarr/filter/plan/rules.hpp>
#include <sievarr/filter/subject/criterion.hpp>
#include <sievarr/reflect/label.hpp>
#include <sievarr/target/target.hpp>
#include <sievarr/value/show_ref.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::filter {

/// A checked filter, ready to judge any number of shows. Route 0 is where shows go that no
/// selection asked for; it is always there.
struct Plan {
  std::vector<Line> exclude = {};  ///< In the order of Criterion.
  std::vector<CompiledSelection> selections = {};
  std::vector<value::ShowRef> always = {};
  std::vector<value::ShowRef> never = {};
  std::vector<target::Target> routes = std::vector<target::Target>(1);
  Date today{};
  bool relative = false;  ///< Whether another day can give other verdicts.
  std::string filter_hash = {};
};

/// A plan that asks nothing, of one that must not judge: something in it could not be read.
inline Plan inert(Plan plan) {
  plan.exclude.clear();
  plan.selections.clear();
  plan.always.clear();
  return plan;
}

/// The plan as if one of its parts had not been written.
inline Plan without(Plan plan, std::uint32_t part) {
  auto const [compiled, line] = Parts(plan)[part];
  if (!compiled) {
    plan.exclude.erase(plan.exclude.begin() + (line - plan.exclude.data()));
    return plan;
  }
  auto const at = compiled - plan.selections.data();
  if (!line) {
    plan.selections.erase(plan.selections.begin() + at);
    return plan;
  }
  auto& lines = plan.selections[static_cast<std::size_t>(at)].lines;
  lines.erase(lines.begin() + (line - lines.data()));
  return plan;
}

/// The criterion of shows that a line is about.
inline Criterion criterion_of(Line const& line) { return criterion_of(rank_of(line)); }

BOOST_DEFINE_ENUM_CLASS(Verdict, add, review, filtered, no_tvdb)

constexpr auto labels_of(reflect::Of<Verdict>) {
  using reflect::Called;
  using reflect::Tone;
  return reflect::Labels{
      Called<Verdict::add>{"add", "●", Tone::enters,
                           "The filter wants it; a cycle adds it when its turn comes."},
      Called<Verdict::review>{"review", "◐", Tone::person,
                              "The filter asks a person, who approves it or skips it."},
      Called<Verdict::filtered>{"filtered", "○", Tone::filtered, "The filter does not want it."},
      Called<Verdict::no_tvdb>{
          "no id", "◌", Tone::waiting,
          "The filter wants it; TVMaze does not know its number at TheTVDB yet."},
  };
}

/// The answer for one show. Both ways of judging give it, and a test proves that it is the same.
struct Decision {
  static constexpr std::uint16_t nobody = filter::nobody;

  Verdict verdict = Verdict::filtered;
  Category category = Category::none;
  std::uint16_t selection = nobody;  ///< The one that decided, if one did.
  std::uint16_t route = 0;           ///< Means something for add, review and no_tvdb.

  bool operator==(Decision const&) const = default;
};

}  // namespace sievarr::filter

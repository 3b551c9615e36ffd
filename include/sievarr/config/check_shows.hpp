#pragma once

#include <sievarr/config/layers.hpp>
#include <sievarr/config/tidy.hpp>
#include <sievarr/document/written.hpp>
#include <sievarr/filter/explain/idle_rules.hpp>
#include <sievarr/filter/explain/insight.hpp>
#include <sievarr/filter/explain/missing_values.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

/// What only shows can tell about a config.
namespace sievarr::config {

/// A config that wants more shows than it may add before a person agrees.
inline Problems check_hold(Loaded const& loaded, filter::Judged const& judged) {
  auto const wanted = judged.counts.verdicts[static_cast<std::size_t>(filter::Verdict::add)];
  std::uint32_t const most = loaded.config.sync.hold_above;
  if (wanted <= most) return {};
  filter::Written const root{.node = &loaded.document, .path = {}, .place = loaded.document.place};
  auto const said = root.at("sync").at("hold_above");
  return {(said ? said : root.at("selections"))
              .problem("many-adds",
                       "would add " + to_text(wanted) + " shows, more than sync.hold_above (" +
                           to_text(most) + "), so they wait until a person approves",
                       Severity::warning)};
}

/// Lines and selections without effect, values that no show has, more shows than may be added at
/// once. The config must be without errors.
inline Problems check_shows(Loaded const& loaded, filter::Plan const& plan,
                            filter::Table const& table) {
  filter::TitleHits hits(table);
  auto const judged = filter::judge_all(plan, table, hits);
  auto problems =
      filter::idle_rules(filter::effects_of(plan, table, judged, hits), filter::Shows::nouns);
  append(problems, filter::missing_values(plan, table, hits, &loaded.document));
  append(problems, check_hold(loaded, judged));
  return problems;
}

}  // namespace sievarr::config

#pragma once

#include <sievarr/editor/share.hpp>
#include <sievarr/editor/shift_group.hpp>
#include <sievarr/filter/columns/decisions.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <string>
#include <string_view>

namespace sievarr::editor {

/// A text and what it makes of the shows, to be told somewhere else.
struct Telling {
  std::string_view text;
  std::string_view version;
  filter::Plan const& plan;
  filter::Counts const& counts;
  Changes const& changes;
  std::string decision_hash = {};
};

/// A text in a fence that it cannot end.
inline std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != text.npos) fence += '`';
  auto block = fence + "yaml\n" + std::string{text};
  if (!block.ends_with('\n')) block += '\n';
  return block + fence + "\n";
}

/// A config and its effect as Markdown, without secrets.
inline std::string markdown(Telling const& telling) {
  std::string text = fenced(without_secrets(telling.text)) + "\n| verdict | shows |\n|---|---:|\n";
  std::uint32_t all = 0;
  reflect::for_each_enumerator<filter::Verdict>([&](filter::Verdict each, std::string_view name) {
    auto const count = telling.counts.verdicts[static_cast<std::size_t>(each)];
    all += count;
    if (count > 0)
      text.append("| ").append(name).append(" | ").append(to_text(count)).append(" |\n");
  });
  auto const& [added, dropped, rerouted, reviewed, reasoned, groups] = telling.changes;
  if (added + dropped + rerouted + reviewed > 0)
    text += "\nAgainst the baseline: +" + to_text(added) + " -" + to_text(dropped) + ", rerouted " +
            to_text(rerouted) + ", for review or not " + to_text(reviewed) + ".\n";
  text += "\n" + to_text(all) + " shows on " + to_text(telling.plan.today) + ", Sievarr " +
          std::string{telling.version} + ", filter `" + telling.plan.filter_hash.substr(0, 12) +
          "`, decisions `" + telling.decision_hash.substr(0, 12) + "`\n";
  return text;
}

}  // namespace sievarr::editor

#include "judged_text.hpp"

#include "tone.hpp"

#include <sievarr/derive/print.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace sievarr::cli {
namespace {

using report::Tally;

/// "language 700, rating 400": the largest first.
std::string parts(Tally const& tally) {
  std::vector<std::pair<std::string, std::uint32_t>> sorted(tally.begin(), tally.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](auto const& a, auto const& b) { return a.second > b.second; });
  std::string text;
  for (auto const& [name, count] : sorted)
    text.append(text.empty() ? "" : ", ").append(name).append(" ").append(to_text(count));
  return text;
}

/// What each selection gave to one verdict.
Tally of_selections(report::CountReport const& counts, std::string const& verdict) {
  Tally tally;
  for (auto const& [selection, verdicts] : counts.selections)
    if (auto const found = verdicts.find(verdict); found != verdicts.end())
      tally.emplace(derive::cell_text(selection), found->second);
  return tally;
}

}  // namespace

std::string judged_as_text(std::vector<report::JudgedRow> const& rows, std::size_t more,
                           std::optional<std::size_t> width) {
  if (rows.empty()) return "no show is like this\n\n";
  auto text = derive::print_table(std::span<report::JudgedRow const>(rows), width);
  if (more > 0) text += "and " + to_text(more) + " more, see --limit and --verdict\n";
  return text + "\n";
}

std::string summary_as_text(report::JudgeSummary const& summary, os::Paint paint) {
  auto const& counts = summary.counts;
  auto text = to_text(counts.shows) + (counts.shows == 1 ? " show" : " shows") + ", judged as of " +
              summary.today + "\n";
  reflect::for_each_enumerator<filter::Verdict>([&](filter::Verdict each, std::string_view name) {
    std::string const verdict{name};
    auto const count = counts.verdicts.find(verdict);
    auto const label = reflect::label_of(each);
    std::string word;
    derive::append_padded(word, std::string{label.text}, 8, false);
    std::string number;
    derive::append_padded(number, to_text(count == counts.verdicts.end() ? 0 : count->second), 8,
                          true);
    auto const why =
        verdict == "filtered" ? parts(counts.categories) : parts(of_selections(counts, verdict));
    text += "  " + paint(colour_for(label.tone), word) + number + (why.empty() ? "" : "  " + why) +
            "\n";
  });
  return text;
}

std::string hashes_as_text(report::JudgeSummary const& summary) {
  return "today          " + summary.today + "\nfilter hash    " + summary.filter_hash +
         "\ndecision hash  " + summary.decision_hash + "\n";
}

std::string funnel_as_text(report::Funnel const& funnel) {
  return derive::print_table(std::span<report::FunnelRule const>(funnel.rules)) + "\n" +
         derive::print_table(std::span<report::FunnelLine const>(funnel.lines)) + "\n";
}

std::string near_as_text(std::vector<report::NearShow> const& shows) {
  if (shows.empty()) return "no show is kept out by one line alone\n\n";
  return derive::print_table(std::span<report::NearShow const>(shows)) + "\n";
}

}  // namespace sievarr::cli

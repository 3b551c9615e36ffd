#include "cli/options/count.hpp"
#include "text.hpp"

#include <sievarr/derive/print.hpp>

#include <algorithm>
#include <span>

namespace sievarr::cli {
namespace {

using adding::AddRow;
using adding::RefusedRow;
using adding::WaitRow;

/// What a person has to know before they read on: cycles do nothing of what follows.
std::string hold_as_text(adding::PlanReport const& plan, os::Paint paint) {
  if (!plan.held) return "";
  auto const since = plan.held_since ? " since " + to_text(*plan.held_since) : "";
  return paint(os::Colour::yellow,
               "adding is held" + since + ": " + *plan.held + "; cycles add nothing") +
         "\n"
         "  to see all that would be added:  sievarr plan --limit 0\n"
         "  to end the hold with this plan:  sievarr plan --out plan.json && "
         "sievarr apply plan.json\n\n";
}

std::string adds_in_plan(adding::PlanReport const& plan, std::size_t most, Screen const& screen) {
  auto const& adds = plan.proposal.adds;
  if (adds.empty()) return "nothing is to be added\n";
  std::vector<AddRow> rows;
  for (auto const& add : adds)
    if (most == 0 || rows.size() < most) rows.push_back(adding::add_row(add));
  auto text = derive::print_table(std::span<AddRow const>(rows), screen.width);
  if (rows.size() < adds.size())
    text += "and " + to_text(adds.size() - rows.size()) + " more, see --limit\n";
  auto const total = counted(adds.size(), "series to add", "series to add");
  text += "\n" + screen.paint(os::Colour::green, total);
  return text + (plan.dry_run ? "; dry_run is true: nothing is sent\n" : "\n");
}

std::string findings_as_text(std::vector<adding::Finding> const& findings) {
  auto const there = static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](auto const& each) { return each.status == adding::Status::exists; }));
  std::string text;
  if (there > 0)
    text += counted(there, "show is ", "shows are ") + reflect::label_text(adding::Status::exists) +
            "\n";
  if (auto const skipped = findings.size() - there; skipped > 0)
    text += counted(skipped, "show is", "shows are") + " on an import list exclusion\n";
  return text;
}

std::string refused_as_text(std::vector<adding::RefusedShow> const& shows, Screen const& screen) {
  if (shows.empty()) return "";
  std::vector<RefusedRow> rows;
  for (auto const& show : shows) rows.push_back(adding::refused_row(show));
  return "\n" + counted(shows.size(), "show was refused", "shows were refused") + "\n\n" +
         derive::print_table(std::span<RefusedRow const>(rows), screen.width) +
         "\nwhen that is mended: sievarr retry " + to_text(shows.front().show_id) + "\n";
}

}  // namespace

std::string plan_as_text(adding::PlanReport const& plan, std::size_t most, Screen const& screen) {
  auto const& proposal = plan.proposal;
  auto text = hold_as_text(plan, screen.paint) + adds_in_plan(plan, most, screen) +
              findings_as_text(proposal.findings);
  if (!proposal.waiting.empty()) {
    auto const rows = adding::wait_rows(proposal.waiting);
    text += counted(proposal.waiting.size(), "show waits", "shows wait") + "\n\n" +
            derive::print_table(std::span<WaitRow const>(rows), screen.width);
  }
  text += refused_as_text(plan.refused, screen);
  return text + "\nfilter hash  " + plan.filter_hash + "\nplan hash    " + proposal.hash + "\n";
}

}  // namespace sievarr::cli

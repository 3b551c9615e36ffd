#include "adds_text.hpp"

#include <sievarr/base/number.hpp>

namespace sievarr::cli {

std::string adds_as_text(adding::AddTotals const& totals) {
  auto text = to_text(totals.added) + " added, " + to_text(totals.already_there) +
              " there already, " + to_text(totals.refused) + " refused, " +
              to_text(totals.put_off) + " put off";
  if (totals.not_found > 0) text += ", " + to_text(totals.not_found) + " not known there";
  if (totals.unknown > 0) text += ", " + to_text(totals.unknown) + " sent without an answer yet";
  return text;
}

bool is_left_over(adding::AddTotals const& totals) { return totals.put_off + totals.unknown > 0; }

os::Exit interrupted(Console& console, std::string_view command) {
  complain(console, {.text = "interrupted before everything was done",
                     .hint = "run sievarr " + std::string(command) + " again; it goes on there"});
  return os::Exit::interrupted;
}

}  // namespace sievarr::cli

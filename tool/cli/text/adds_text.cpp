#include "adds_text.hpp"

#include <sievarr/base/number.hpp>

namespace sievarr::cli {

std::string adds_as_text(adding::AddTotals const& totals) {
  using adding::AddOutcome;
  using reflect::counted_as;
  auto text = counted_as(totals.added, AddOutcome::added) + ", " +
              counted_as(totals.already_there, AddOutcome::exists) + ", " +
              counted_as(totals.refused, AddOutcome::refused) + ", " +
              counted_as(totals.put_off, AddOutcome::put_off);
  if (totals.not_found > 0) text += ", " + counted_as(totals.not_found, AddOutcome::not_found);
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

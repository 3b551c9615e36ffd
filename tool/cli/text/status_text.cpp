#include "text.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/print.hpp>

namespace sievarr::cli {
namespace {

using adding::ShowState;
using adding::Status;

std::string there(ShowState const& row) {
  auto text = row.instance.value_or("its instance");
  if (row.series_id) text += ", series " + to_text(*row.series_id);
  return text;
}

std::string day(std::optional<Instant> const& moment) {
  return moment ? to_text(*moment).substr(0, 10) : "a day that nobody knows";
}

std::string command(std::string const& name, ShowState const& row) {
  return "sievarr " + name + " " + to_text(row.show_id);
}

std::string of_waiting(ShowState const& row) {
  if (row.abandoned)
    return "given up, for nobody knows it; to look again: " + command("retry", row);
  if (row.retries == 0) return "waits until TVMaze has its number at TheTVDB";
  auto const times = row.retries == 1 ? "once" : to_text(row.retries) + " times";
  return "looked for " + times + " in vain; again on " + day(row.retry_at) +
         ", or now: " + command("retry", row);
}

std::string of_what_is_there(ShowState const& row) {
  if (row.twin)
    return "show " + to_text(*row.twin) + " has the same number at TheTVDB and acts for both";
  return "was there already: " + there(row);
}

std::string of_skipped(ShowState const& row) {
  if (row.word == adding::Override::skipped)
    return "a person said never; to take that back: " + command("unskip", row);
  return "on the import list exclusions of " + row.instance.value_or("its instance");
}

}  // namespace

std::string state_as_text(ShowState const& row, std::optional<adding::Intent> const& open) {
  if (open)
    return "sent to " + open->instance + " on " + day(open->since) +
           ", and nobody knows its end yet; the next cycle asks";
  switch (row.status) {
    case Status::pending: return "waits to be added, see sievarr plan";
    case Status::review:
      if (row.later_until) return "put off until " + day(row.later_until);
      return "waits for a person: " + command("review approve", row);
    case Status::filtered:
      return row.in_library ? "in the library all the same; it stays there"
                            : reflect::label_text(row.status);
    case Status::pending_tvdb: return of_waiting(row);
    case Status::added: return "added on " + day(row.added) + ": " + there(row);
    case Status::exists: return of_what_is_there(row);
    case Status::failed:
      return "refused: " + derive::line_text(row.error.value_or("nobody knows why")) +
             "; when that is mended: " + command("retry", row);
    case Status::skipped: return of_skipped(row);
  }
  return {};
}

}  // namespace sievarr::cli

#include "shows.hpp"
#include "count.hpp"

#include "os/pieces.hpp"
#include "storage.hpp"

#include <sievarr/base/text.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace sievarr::cli {
namespace {

/// So many entries that are no shows are named; the others are counted.
constexpr std::size_t most_named = 10;

/// "1 entry" or "2 entries".
void name_problems(Problems const& problems, Severity severity, Console& console) {
  std::size_t named = 0;
  for (auto const& problem : problems)
    if (problem.severity == severity && named++ < most_named)
      console.error << to_text(problem) << '\n';
}

std::string name_of(std::string const& file) { return file == "-" ? "standard input" : file; }

}  // namespace

void ShowsOption::declare_files(Syntax& syntax, std::string const& meaning) {
  syntax.add(
      {.name = "--shows",
       .takes = "FILE",
       .meaning = meaning +
                  ": an export, TVMaze's own JSON, one a line or in a list, plain or gzipped; "
                  "- is standard input",
       .into = &files_});
}

void ShowsOption::declare(Syntax& syntax) {
  declare_files(syntax, "where the shows are, if not in the local catalogue");
  syntax.add(
      {.name = "--strict", .meaning = "give up where an entry is no show", .into = &strict_});
}

std::optional<filter::Table> ShowsOption::read(Console& console,
                                               config::Storage const& storage) const {
  if (given()) return read(console);
  auto stored = stored_shows(storage);
  if (stored) return *std::move(stored);
  auto failure = std::move(stored).error();
  if (failure.kind == Failure::Kind::missing)
    failure = {.text = "there are no shows: no file is named, and " +
                       sievarr::quoted(storage.path) + " has no catalogue yet",
               .hint = "name a file with --shows FILE, or fetch the catalogue: sievarr sync"};
  complain(console, failure);
  return std::nullopt;
}

std::optional<filter::Table> ShowsOption::read(Console& console) const {
  filter::Table table;
  for (auto const& file : files_)
    if (!read_file(file, table, console)) return std::nullopt;
  return table;
}

bool ShowsOption::read_file(std::string const& file, filter::Table& table, Console& console) const {
  auto const name = name_of(file);
  auto const before = table.size();
  wire::ShowReader reader(name, [&](Show& show) { table.upsert(show); });
  auto const take = [&](std::string_view bytes) { reader.feed(bytes); };
  auto const pieces =
      file == "-" ? os::read_pieces(console.in, name, take) : os::read_pieces(file, take);
  if (!pieces) {
    complain(console, pieces.error());
    return false;
  }
  auto const read = reader.finish();
  if (!report(name, read, console)) return false;
  if (auto const again = read.shows - (table.size() - before); again > 0)
    console.error << name << ": " << counted(again, "show comes", "shows come")
                  << " more than once; the last one counts\n";
  return true;
}

bool ShowsOption::report(std::string const& name, wire::ShowsRead const& read,
                         Console& console) const {
  name_problems(read.problems, Severity::error, console);
  if (read.shows == 0) {
    complain(console, {.text = "there is no show in " + sievarr::quoted(name),
                       .hint = "expected an export, or shows as TVMaze writes them"});
    return false;
  }
  if (read.bad > 0 && strict_) {
    complain(console,
             {.text = counted(read.bad, "entry", "entries") + " of " + sievarr::quoted(name) +
                      (read.bad == 1 ? " is" : " are") + " no show",
              .hint = "mend the file, or go on without --strict"});
    return false;
  }
  if (read.bad > 0)
    console.error << name << ": left out "
                  << counted(read.bad, "entry that is no show", "entries that are no shows")
                  << '\n';
  if (read.odd > 0) {
    name_problems(read.problems, Severity::hint, console);
    console.error << name << ": "
                  << counted(read.odd, "value makes no sense and is taken as unknown",
                             "values make no sense and are taken as unknown")
                  << '\n';
  }
  return true;
}

}  // namespace sievarr::cli

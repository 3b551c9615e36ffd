#include "named_show.hpp"

#include <sievarr/derive/print.hpp>
#include <sievarr/filter/browse/find.hpp>

#include <algorithm>
#include <ostream>
#include <vector>

namespace sievarr::cli {
namespace {

/// So many shows of the same name are listed.
constexpr std::size_t most_listed = 20;

void list(Console& console, filter::Table const& table, std::vector<std::size_t> const& rows) {
  auto const count = std::min(rows.size(), most_listed);
  for (std::size_t at = 0; at < count; ++at) {
    auto const show = table.at(rows[at]);
    console.error << "    tvmaze:" << show.id << "  " << derive::cell_text(show.title);
    if (show.country) console.error << ", " << derive::cell_text(*show.country);
    if (show.premiered) console.error << ", " << to_text(*show.premiered).substr(0, 4);
    console.error << '\n';
  }
  if (rows.size() > count) console.error << "    and " << rows.size() - count << " more\n";
}

}  // namespace

std::optional<std::size_t> named_show(filter::Table const& table, std::string const& name,
                                      Console& console) {
  auto const meant = filter::Finder(table).find(name);
  if (meant.rows.size() == 1) return meant.rows.front();
  auto const shown = sievarr::quoted(name);
  if (!meant.rows.empty()) {
    complain(console,
             {.text = std::to_string(meant.rows.size()) + " shows may be meant by " + shown,
              .hint = "name one of them by its id:"});
    list(console, table, meant.rows);
  } else if (!meant.near.empty()) {
    complain(console, {.text = "no show is called " + shown, .hint = "did you mean:"});
    list(console, table, meant.near);
  } else if (value::ShowRef::read(name)) {
    complain(console, {.text = "there is no " + name + " among the shows",
                       .hint = "check the number, or take a newer export"});
  } else {
    complain(console, {.text = "no show is called " + shown,
                       .hint = "look for a part of its title, or for its id"});
  }
  return std::nullopt;
}

}  // namespace sievarr::cli

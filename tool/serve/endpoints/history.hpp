#pragma once

#include "serve/routing/endpoint.hpp"
#include "store/tables/add_journal.hpp"

#include <sievarr/api/history.hpp>
#include <sievarr/api/list_search.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace sievarr::serve {

/// What the journal holds, in the words of the API.
inline std::vector<api::JournalLine> journal_lines(std::vector<store::Entry> entries) {
  std::vector<api::JournalLine> lines;
  for (auto& entry : entries)
    lines.push_back({.intent = std::move(entry.intent), .ending = std::move(entry.ending)});
  return lines;
}

/// A query of what was done, with what its older names say.
inline api::ListQuery list_of(api::HistoryQuery const& query) {
  auto list = query.list;
  if (!list.after) list.after = query.before;
  return list;
}

/// Calls use(search), unless the query asks for what lines of that kind do not have.
template <class Line, class Use>
http::Answer with_search(api::ListQuery const& query, api::Direction usual, Use use) {
  auto const search = api::ListSearch<Line>::read(query, usual);
  return search ? use(*search) : bad_parameters(search.error());
}

/// The place of a list from which on it was asked for is not there, or no longer.
inline http::Answer no_such_place() {
  return refused(api::refusal(api::Wrong::bad_parameters, "after is no place in this order",
                              "take what the last answer calls next, with the same sort, or begin "
                              "again without it"));
}

/// Lines of a table: all of them, or only as many as a page needs, where it is known how many there
/// are.
template <class Line>
struct StoredLines {
  std::vector<Line> lines = {};
  std::optional<std::int64_t> total = {};
};

/// What a search needs of a table whose newest lines come first.
template <class Row, class Line, class Table>
Outcome<StoredLines<Row>> stored_lines(Table table, api::ListSearch<Line> const& search) {
  if (!search.is_plain() || search.direction() != api::Direction::descending) {
    auto all = table.all();
    if (!all) return all.error();
    return StoredLines<Row>{.lines = *std::move(all)};
  }
  auto const total = table.count();
  if (!total) return total.error();
  auto lines = table.latest(static_cast<std::int64_t>(search.limit()) + 1,
                            search.after().value_or(std::numeric_limits<std::int64_t>::max()));
  if (!lines) return lines.error();
  return StoredLines<Row>{.lines = *std::move(lines), .total = *total};
}

/// The page of a search out of the lines that it needed.
template <class Line>
std::optional<api::ListPage<Line>> page_of(api::ListSearch<Line> const& search,
                                           StoredLines<Line> stored) {
  if (stored.total) return search.page(std::move(stored.lines), *stored.total);
  return search.page(std::move(stored.lines));
}

/// Answers a list of the rows of a table by tell(page).
template <class Row, class Table, class Tell>
http::Answer list_rows(Context& context, api::ListQuery const& query, Tell tell) {
  return with_search<Row>(query, api::Direction::descending, [&](auto const& search) {
    auto stored = context.application.read(
        [&](store::Database& database) { return stored_lines<Row>(Table(database), search); });
    if (!stored) return failed(stored.error());
    auto page = page_of(search, *std::move(stored));
    return page ? tell(*std::move(page)) : no_such_place();
  });
}

}  // namespace sievarr::serve

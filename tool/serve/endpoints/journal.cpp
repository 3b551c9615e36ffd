#include "history.hpp"

#include <sievarr/filter/columns/table.hpp>

#include <utility>

namespace sievarr::serve {
namespace {

using api::JournalLine;

/// Entries as lines, with the titles that the catalogue has.
StoredLines<JournalLine> with_titles(app::Application const& application,
                                     StoredLines<store::Entry> stored) {
  StoredLines<JournalLine> lines{.lines = journal_lines(std::move(stored.lines)),
                                 .total = stored.total};
  application.look([&](filter::Table const& table, auto const&) {
    for (auto& line : lines.lines)
      if (auto const row = table.find(line.intent.show_id)) line.title = table.at(*row).title;
  });
  return lines;
}

}  // namespace

template <>
http::Answer answer<api::ListJournal>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListJournal>(request, [&](api::HistoryQuery const& query) {
    return with_search<JournalLine>(
        list_of(query), api::Direction::descending, [&](auto const& search) {
          auto stored = context.application.read([&](store::Database& database) {
            return stored_lines<store::Entry>(store::AddJournalTable(database), search);
          });
          if (!stored) return failed(stored.error());
          auto page = page_of(search, with_titles(context.application, *std::move(stored)));
          if (!page) return no_such_place();
          return typed<api::ListJournal>(
              {.entries = std::move(page->lines), .total = page->total, .next = page->next});
        });
  });
}

}  // namespace sievarr::serve

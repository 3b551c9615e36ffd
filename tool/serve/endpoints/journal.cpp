#include "history.hpp"
#include "serve/routing/endpoint.hpp"

#include <utility>

namespace sievarr::serve {

template <>
http::Answer answer<api::ListJournal>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListJournal>(request, [&](api::HistoryQuery const& query) {
    auto entries = context.application.read([&](store::Database& database) {
      return store::AddJournalTable(database).latest(query.limit, end_of(query));
    });
    if (!entries) return failed(entries.error());
    api::JournalPage page{.entries = journal_lines(*std::move(entries))};
    if (page.entries.size() == static_cast<std::size_t>(static_cast<int>(query.limit)))
      page.next = page.entries.back().intent.id;
    return typed<api::ListJournal>(page);
  });
}

}  // namespace sievarr::serve

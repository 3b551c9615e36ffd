#include "history.hpp"
#include "serve/endpoints/browse.hpp"
#include "serve/routing/endpoint.hpp"
#include "store/catalogue.hpp"

#include <sievarr/filter/plan/why.hpp>

#include <optional>
#include <utility>

namespace sievarr::serve {
namespace {

/// A show as it is in memory, and whether TVMaze still has it.
struct CurrentShow {
  Show show;
  bool gone = false;
};

std::optional<CurrentShow> current_show(app::Application const& application, std::int64_t id) {
  return application.look(
      [&](filter::Table const& table, auto const&) -> std::optional<CurrentShow> {
        auto const row = table.find(id);
        if (!row) return std::nullopt;
        return CurrentShow{.show = table.at(*row), .gone = table.gone()[*row] != 0};
      });
}

/// What is stored about a show.
struct ShowHistory {
  std::optional<adding::ShowState> processing;
  std::vector<store::Entry> entries;
};

Outcome<ShowHistory> history_of(store::Database& database, std::int64_t id) {
  auto processing = store::ShowStates(database).find(id);
  if (!processing) return processing.error();
  auto entries = store::AddJournalTable(database).of_show(id);
  if (!entries) return entries.error();
  return ShowHistory{.processing = *std::move(processing), .entries = *std::move(entries)};
}

}  // namespace

template <>
http::Answer answer<api::ListShows>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListShows>(request, [&](api::ShowsQuery const& query) {
    auto const today = context.application.config_in_force()->plan.today;
    auto const page = context.application.look([&](auto const& table, auto const& roster) {
      return browse({.table = table, .roster = roster, .today = today}, query);
    });
    if (page) return typed<api::ListShows>(*page);
    return refused(api::refusal(api::Wrong::bad_parameters, "after is no place in this order",
                                "take what the last answer calls next, with the same sort"));
  });
}

template <>
http::Answer answer<api::GetShow>(Context& context, RouteRequest& request) {
  return with_parameters<api::GetShow>(request, [&](api::ShowPath const& path) {
    auto const kept = current_show(context.application, path.id);
    if (!kept)
      return refused(api::refusal(api::Wrong::no_such_show,
                                  "there is no show " + to_text(path.id) + " in the catalogue",
                                  "look for its title with /api/v1/shows?search="));
    auto stored = context.application.read(
        [&](store::Database& database) { return history_of(database, path.id); });
    if (!stored) return failed(stored.error());
    auto const active = context.application.config_in_force();
    return typed<api::GetShow>({.gone = kept->gone,
                                .processing = std::move(stored->processing),
                                .history = journal_lines(std::move(stored->entries)),
                                .why = filter::why(active->plan, kept->show)});
  });
}

template <>
http::Answer answer<api::RefilterShows>(Context& context, RouteRequest&) {
  auto const judged = context.application.refilter();
  if (!judged) return failed(judged.error());
  return typed<api::RefilterShows>({.shows_re_evaluated = static_cast<std::int64_t>(judged->judged),
                                    .changed = static_cast<std::int64_t>(judged->changed),
                                    .newly_wanted = static_cast<std::int64_t>(judged->newly_wanted),
                                    .unwanted = static_cast<std::int64_t>(judged->unwanted)});
}

}  // namespace sievarr::serve

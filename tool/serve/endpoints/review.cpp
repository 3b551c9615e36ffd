#include "app/operations/manual.hpp"
#include "serve/routing/endpoint.hpp"

#include <sievarr/api/by_hand.hpp>
#include <sievarr/filter/plan/judged_show.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::serve {
namespace {

/// The shows that wait for a person, behind one of them.
api::ReviewPage queue(app::Application const& application, filter::Plan const& plan,
                      api::ReviewQuery const& query) {
  return application.look([&](filter::Table const& table, adding::Roster const& roster) {
    auto const rows = adding::rows_in(adding::Status::review, table, roster);
    auto const limit = static_cast<std::size_t>(static_cast<int>(query.limit));
    api::ReviewPage page{.total = static_cast<std::int64_t>(rows.size())};
    for (auto const row : rows) {
      if (query.after && table.ids()[row] <= *query.after) continue;
      if (page.shows.size() == limit) {
        page.next = page.shows.back().show.id;
        break;
      }
      auto judged = filter::judged_show(plan, table.at(row));
      page.shows.push_back({.show = table.at(row),
                            .selection = std::move(judged.selection),
                            .instance = std::move(judged.instance),
                            .reason = std::move(judged.reason),
                            .place = std::move(judged.place)});
    }
    return page;
  });
}

template <class R>
http::Answer handle(Context& context, RouteRequest& question, adding::ManualAction deed) {
  return with_body<R>(question, [&](api::Chosen const& chosen) {
    if (chosen.shows.empty() || chosen.shows.size() > api::Chosen::most)
      return refused(api::refusal(api::Wrong::bad_body, "the body cannot be read",
                                  "shows: must be between 1 and " + to_text(api::Chosen::most) +
                                      " numbers, got " + to_text(chosen.shows.size())));
    auto handled =
        context.application.in_turn([&](app::Turn& turn, app::ActiveConfig const& terms) {
          return app::do_by_hand(turn, terms.plan, {.deed = deed, .shows = chosen.shows},
                                 context.clock.now());
        });
    if (!handled) return failed(handled.error());
    api::HandledAnswer answer{.shows = *std::move(handled)};
    answer.changed = std::count_if(answer.shows.begin(), answer.shows.end(), [](auto const& each) {
      return each.became && each.became != each.was;
    });
    return typed<R>(answer);
  });
}

}  // namespace

template <>
http::Answer answer<api::ListReview>(Context& context, RouteRequest& question) {
  return with_parameters<api::ListReview>(question, [&](api::ReviewQuery const& query) {
    return typed<api::ListReview>(
        queue(context.application, context.application.terms()->plan, query));
  });
}

template <>
http::Answer answer<api::Approve>(Context& context, RouteRequest& question) {
  return handle<api::Approve>(context, question, adding::ManualAction::approve);
}

template <>
http::Answer answer<api::Reject>(Context& context, RouteRequest& question) {
  return handle<api::Reject>(context, question, adding::ManualAction::reject);
}

template <>
http::Answer answer<api::Skip>(Context& context, RouteRequest& question) {
  return handle<api::Skip>(context, question, adding::ManualAction::skip);
}

template <>
http::Answer answer<api::Unskip>(Context& context, RouteRequest& question) {
  return handle<api::Unskip>(context, question, adding::ManualAction::unskip);
}

template <>
http::Answer answer<api::Retry>(Context& context, RouteRequest& question) {
  return handle<api::Retry>(context, question, adding::ManualAction::retry);
}

}  // namespace sievarr::serve

#include "serve/routing/endpoint.hpp"

#include <sievarr/adding/review_queue.hpp>
#include <sievarr/api/by_hand.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::serve {
namespace {

template <class R>
http::Answer act(Context& context, RouteRequest& request, adding::ManualAction action) {
  return with_body<R>(request, [&](api::Chosen const& chosen) {
    if (chosen.shows.empty() || chosen.shows.size() > api::Chosen::most)
      return refused(api::refusal(api::Wrong::bad_body, "the body cannot be read",
                                  "shows: must be between 1 and " + to_text(api::Chosen::most) +
                                      " numbers, got " + to_text(chosen.shows.size())));
    auto results = context.application.act({.action = action, .shows = chosen.shows});
    if (!results) return failed(results.error());
    api::HandledAnswer answer{.shows = *std::move(results)};
    answer.changed = std::count_if(answer.shows.begin(), answer.shows.end(), [](auto const& each) {
      return each.became && each.became != each.was;
    });
    return typed<R>(answer);
  });
}

}  // namespace

template <>
http::Answer answer<api::ListReview>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListReview>(request, [&](api::ReviewQuery const& query) {
    auto const active = context.application.config_in_force();
    auto queue = context.application.look([&](auto const& table, auto const& roster) {
      return adding::review_queue(active->plan, table, roster,
                                  {query.after, static_cast<std::size_t>(int{query.limit})});
    });
    api::ReviewPage page{.total = static_cast<std::int64_t>(queue.total), .next = queue.next};
    for (auto& [show, judged] : queue.shows)
      page.shows.push_back({.show = std::move(show),
                            .selection = std::move(judged.selection),
                            .instance = std::move(judged.instance),
                            .reason = std::move(judged.reason),
                            .place = std::move(judged.place)});
    return typed<api::ListReview>(page);
  });
}

template <>
http::Answer answer<api::Approve>(Context& context, RouteRequest& request) {
  return act<api::Approve>(context, request, adding::ManualAction::approve);
}

template <>
http::Answer answer<api::Reject>(Context& context, RouteRequest& request) {
  return act<api::Reject>(context, request, adding::ManualAction::reject);
}

template <>
http::Answer answer<api::Skip>(Context& context, RouteRequest& request) {
  return act<api::Skip>(context, request, adding::ManualAction::skip);
}

template <>
http::Answer answer<api::Unskip>(Context& context, RouteRequest& request) {
  return act<api::Unskip>(context, request, adding::ManualAction::unskip);
}

template <>
http::Answer answer<api::Retry>(Context& context, RouteRequest& request) {
  return act<api::Retry>(context, request, adding::ManualAction::retry);
}

}  // namespace sievarr::serve

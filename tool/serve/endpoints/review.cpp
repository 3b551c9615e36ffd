#include "history.hpp"

#include <sievarr/adding/review_queue.hpp>
#include <sievarr/api/by_hand.hpp>
#include <sievarr/filter/plan/why.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace sievarr::serve {
namespace {

/// By which way somebody came: scripts have a key, the page has a session.
std::string way_of(wire::Request const& request) {
  bool const has_key =
      wire::header(request.headers, "X-Api-Key") || wire::header(request.headers, "Authorization");
  return has_key ? "API key" : "page";
}

template <class R>
http::Answer act(Context& context, RouteRequest& request, adding::ManualAction action) {
  return with_body<R>(request, [&](api::Chosen const& chosen) {
    if (chosen.shows.empty() || chosen.shows.size() > api::Chosen::most)
      return refused(api::refusal(api::Wrong::bad_body, "the body cannot be read",
                                  "shows: must be between 1 and " + to_text(api::Chosen::most) +
                                      " numbers, got " + to_text(chosen.shows.size())));
    auto results = context.application.act(
        {.action = action, .shows = chosen.shows, .by = way_of(request.message())});
    if (!results) return failed(results.error());
    api::HandledAnswer answer{.shows = *std::move(results)};
    answer.changed = std::count_if(answer.shows.begin(), answer.shows.end(), [](auto const& each) {
      return each.became && each.became != each.was;
    });
    return typed<R>(answer);
  });
}

api::ReviewLine review_line(adding::InReview each) {
  return {.show = std::move(each.show),
          .selection = std::move(each.judged.selection),
          .instance = std::move(each.judged.instance),
          .reason = std::move(each.judged.reason),
          .place = std::move(each.judged.place)};
}

/// The shows in review that a search needs: those of one page, where they need not be sorted.
StoredLines<api::ReviewLine> lines_in_review(Context& context, filter::Plan const& plan,
                                             api::ListSearch<api::ReviewLine> const& search) {
  bool const in_order = search.is_plain() && search.direction() == api::Direction::ascending;
  adding::ReviewPart part;
  if (in_order) part = {.after = search.after(), .limit = search.limit() + 1};
  auto queue = context.application.look([&](auto const& table, auto const& roster) {
    return adding::review_queue(plan, table, roster, part);
  });
  StoredLines<api::ReviewLine> stored;
  if (in_order) stored.total = static_cast<std::int64_t>(queue.total);
  for (auto& each : queue.shows) stored.lines.push_back(review_line(std::move(each)));
  return stored;
}

/// What the selection that asks wants, and what the show has.
std::vector<filter::WhyLine> lines_of(filter::Plan const& plan, Show const& show) {
  auto told = filter::why(plan, show);
  for (auto& selection : told.selections)
    if (selection.decides) return std::move(selection.lines);
  return {};
}

}  // namespace

template <>
http::Answer answer<api::ListReview>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListReview>(request, [&](api::ListQuery const& query) {
    auto const active = context.application.config_in_force();
    return with_search<api::ReviewLine>(query, api::Direction::ascending, [&](auto const& search) {
      auto page = page_of(search, lines_in_review(context, active->plan, search));
      if (!page) return no_such_place();
      for (auto& line : page->lines) line.lines = lines_of(active->plan, line.show);
      return typed<api::ListReview>(
          {.shows = std::move(page->lines), .total = page->total, .next = page->next});
    });
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
http::Answer answer<api::Later>(Context& context, RouteRequest& request) {
  return act<api::Later>(context, request, adding::ManualAction::later);
}

template <>
http::Answer answer<api::Undo>(Context& context, RouteRequest& request) {
  return act<api::Undo>(context, request, adding::ManualAction::undo);
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

#include "app/operations/manual.hpp"
#include "serve/routing/endpoint.hpp"

#include <sievarr/api/by_hand.hpp>
#include <sievarr/filter/plan/judged_show.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::serve {
namespace {

/// The shows that wait for a person, behind one of them.
api::ReviewPage queue(app::Steward const& steward, filter::Plan const& plan,
                      api::ReviewQuery const& query) {
  return steward.look([&](filter::Table const& table, adding::Roster const& roster) {
    auto const rows = adding::rows_in(adding::Status::review, table, roster);
    auto const limit = static_cast<std::size_t>(static_cast<int>(query.limit));
    api::ReviewPage page{.total = static_cast<std::int64_t>(rows.size())};
    for (auto const row : rows) {
      if (query.after && table.ids()[row] <= *query.after) continue;
      if (page.shows.size() == limit) {
        page.next = page.shows.back().show.id;
        break;
      }
      auto judged = filter::judged_show(plan, table.show(row));
      page.shows.push_back({.show = table.show(row),
                            .selection = std::move(judged.selection),
                            .instance = std::move(judged.instance),
                            .reason = std::move(judged.reason),
                            .place = std::move(judged.place)});
    }
    return page;
  });
}

template <class R>
http::Answer handle(Desk& desk, Question& question, adding::Deed deed) {
  return with_body<R>(question, [&](api::Chosen const& chosen) {
    if (chosen.shows.empty() || chosen.shows.size() > api::Chosen::most)
      return refused(api::refusal(api::Wrong::bad_body, "the body cannot be read",
                                  "shows: must be between 1 and " + to_text(api::Chosen::most) +
                                      " numbers, got " + to_text(chosen.shows.size())));
    auto handled = desk.steward.in_turn(
        [&](store::Database&, app::Catalogue& catalogue, app::Terms const& terms) {
          return app::do_by_hand(catalogue, terms.plan, {.deed = deed, .shows = chosen.shows},
                                 desk.clock.now());
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
http::Answer answer<api::ListReview>(Desk& desk, Question& question) {
  return with_parameters<api::ListReview>(question, [&](api::ReviewQuery const& query) {
    return typed<api::ListReview>(queue(desk.steward, desk.steward.terms()->plan, query));
  });
}

template <>
http::Answer answer<api::Approve>(Desk& desk, Question& question) {
  return handle<api::Approve>(desk, question, adding::Deed::approve);
}

template <>
http::Answer answer<api::Reject>(Desk& desk, Question& question) {
  return handle<api::Reject>(desk, question, adding::Deed::reject);
}

template <>
http::Answer answer<api::Skip>(Desk& desk, Question& question) {
  return handle<api::Skip>(desk, question, adding::Deed::skip);
}

template <>
http::Answer answer<api::Unskip>(Desk& desk, Question& question) {
  return handle<api::Unskip>(desk, question, adding::Deed::unskip);
}

template <>
http::Answer answer<api::Retry>(Desk& desk, Question& question) {
  return handle<api::Retry>(desk, question, adding::Deed::retry);
}

}  // namespace sievarr::serve

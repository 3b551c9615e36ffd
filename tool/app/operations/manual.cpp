#include "manual.hpp"

#include <sievarr/filter/plan/judge.hpp>
#include <sievarr/status/activity_words.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

/// Does one thing to show after show, and collects what is to be written.
class ManualBatch {
 public:
  ManualBatch(Turn& turn, filter::Plan const& plan, adding::ManualAction action, Instant now)
      : turn_(turn), plan_(plan), records_(plan), action_(action), now_(now) {}

  Outcome<ManualResult> take(std::int64_t show_id) {
    auto const row = turn_.table().find(show_id);
    if (!row) return nobody(show_id);
    auto const show = turn_.table().at(*row);
    ManualResult result{.show_id = show_id, .title = show.title};
    auto const known = turn_.store().show_states().find(show_id);
    if (!known) return known.error();
    auto const record = records_.of(filter::judge(plan_, show).decision);
    auto const was = *known ? **known : adding::settle_new(show_id, record, {.now = now_});
    result.was = was.status;
    auto next = adding::by_hand(was, action_, record, now_);
    if (!next) {
      result.error = next.error().text;
      result.hint = next.error().hint;
      return result;
    }
    result.became = next->status;
    if (*next == was) return result;
    changes_.manual_changes.push_back({.show_id = show_id,
                                       .deed = action_,
                                       .was = was.status,
                                       .became = next->status,
                                       .at = now_});
    changes_.processing.push_back(*std::move(next));
    decided_.shows.push_back(show_id);
    decided_.titles.push_back(show.title);
    return result;
  }

  store::Changes changes(std::string by) && {
    decided_.action = action_;
    decided_.by = std::move(by);
    if (!decided_.shows.empty()) changes_.activity.push_back(status::activity_of(decided_, now_));
    return std::move(changes_);
  }

 private:
  static ManualResult nobody(std::int64_t show_id) {
    return {.show_id = show_id,
            .error = "there is no such show in the catalogue",
            .hint = "look for it on tvmaze.com; its number is in the address of its page"};
  }

  Turn& turn_;
  filter::Plan const& plan_;
  adding::VerdictRecords records_;
  adding::ManualAction action_;
  Instant now_;
  store::Changes changes_;
  status::Decided decided_;
};

}  // namespace

Outcome<std::vector<ManualResult>> act_by_hand(Turn& turn, filter::Plan const& plan,
                                               ManualRequest const& request, Instant now) {
  auto shows = request.shows;
  std::sort(shows.begin(), shows.end());
  shows.erase(std::unique(shows.begin(), shows.end()), shows.end());
  ManualBatch batch(turn, plan, request.action, now);
  std::vector<ManualResult> done;
  for (auto const show_id : shows) {
    auto result = batch.take(show_id);
    if (!result) return result.error();
    done.push_back(*std::move(result));
  }
  auto const changes = std::move(batch).changes(request.by);
  if (changes.processing.empty()) return done;
  auto const written = turn.write(changes);
  if (!written) return written.error();
  return done;
}

}  // namespace sievarr::app

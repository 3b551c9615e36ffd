#include "manual.hpp"

#include <sievarr/filter/plan/judge.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::app {
namespace {

/// Does one deed to show after show, and collects what is to be written.
class Hand {
 public:
  Hand(Turn& turn, filter::Plan const& plan, adding::ManualAction deed, Instant now)
      : turn_(turn), plan_(plan), records_(plan), deed_(deed), now_(now) {}

  Outcome<ManualResult> take(std::int64_t show_id) {
    auto const row = turn_.table().find(show_id);
    if (!row) return nobody(show_id);
    auto const show = turn_.table().at(*row);
    ManualResult handled{.show_id = show_id, .title = show.title};
    auto const known = turn_.store().show_states().find(show_id);
    if (!known) return known.error();
    auto const wish = records_.of(filter::judge(plan_, show).decision);
    auto const was = *known ? **known : adding::settle_new(show_id, wish, {.now = now_});
    handled.was = was.status;
    auto next = adding::by_hand(was, deed_, wish, now_);
    if (!next) {
      handled.error = next.error().text;
      handled.hint = next.error().hint;
      return handled;
    }
    handled.became = next->status;
    if (*next == was) return handled;
    changes_.deeds.push_back(
        {.show_id = show_id, .deed = deed_, .was = was.status, .became = next->status, .at = now_});
    changes_.processing.push_back(*std::move(next));
    return handled;
  }

  store::Changes const& changes() const { return changes_; }

 private:
  static ManualResult nobody(std::int64_t show_id) {
    return {.show_id = show_id,
            .error = "there is no such show in the catalogue",
            .hint = "look for it on tvmaze.com; its number is in the address of its page"};
  }

  Turn& turn_;
  filter::Plan const& plan_;
  adding::VerdictRecords records_;
  adding::ManualAction deed_;
  Instant now_;
  store::Changes changes_;
};

}  // namespace

Outcome<std::vector<ManualResult>> do_by_hand(Turn& turn, filter::Plan const& plan,
                                              Request const& request, Instant now) {
  auto shows = request.shows;
  std::sort(shows.begin(), shows.end());
  shows.erase(std::unique(shows.begin(), shows.end()), shows.end());
  Hand hand(turn, plan, request.deed, now);
  std::vector<ManualResult> done;
  for (auto const show_id : shows) {
    auto handled = hand.take(show_id);
    if (!handled) return handled.error();
    done.push_back(*std::move(handled));
  }
  if (hand.changes().processing.empty()) return done;
  auto const written = turn.write(hand.changes());
  if (!written) return written.error();
  return done;
}

}  // namespace sievarr::app

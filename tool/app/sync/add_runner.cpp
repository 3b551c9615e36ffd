#include "add_runner.hpp"

#include "add_journal.hpp"

#include <sievarr/base/number.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace sievarr::app {
namespace {

using adding::Add;
using adding::AddOutcome;
using adding::AddResult;
using Kind = Failure::Kind;

Failure cut_short() {
  return {.kind = Kind::cancelled, .text = "the cycle was cut short; the next one decides anew"};
}

AddResult result_of(arr::Addition const& addition, adding::Intent const& intent, Instant now) {
  AddResult result{.intent = intent.id, .at = now};
  if (auto const* const added = std::get_if<arr::Added>(&addition)) {
    result.series_id = added->series_id;
  } else if (auto const* const existing = std::get_if<arr::Exists>(&addition)) {
    result.fate = adding::fate_if_there(intent);
    result.series_id = existing->series_id;
  } else if (auto const* const unknown = std::get_if<arr::NotFound>(&addition)) {
    result.fate = AddOutcome::not_found;
    result.words = unknown->words;
  } else {
    result.fate = AddOutcome::refused;
    result.words = std::get<arr::Refused>(addition).words;
  }
  return result;
}

}  // namespace

/// The adds of one instance, one after the other, while the next ones are looked up.
class AddRunner::InstanceQueue {
 public:
  InstanceQueue(AddRunner& owner, Instance& instance, std::vector<Add> adds)
      : owner_(owner), instance_(instance), adds_(std::move(adds)) {}

  void run() {
    for (auto const& add : adds_) {
      if (stop_ || owner_.dependencies_.stop.stop_requested()) {
        owner_.put_off(add, stop_.value_or(cut_short()));
        continue;
      }
      look_ahead();
      auto found = std::move(looks_.front());
      looks_.pop_front();
      take(add, found.get());
    }
  }

 private:
  using Look = std::future<Outcome<arr::Lookup>>;

  /// Keeps as many lookups in flight as the config allows.
  void look_ahead() {
    auto const most =
        static_cast<std::size_t>(std::max(1, int{instance_.instance().lookups_in_flight}));
    while (looks_.size() < most && next_ < adds_.size()) {
      auto const id = adds_[next_++].tvdb_id;
      looks_.push_back(
          std::async(std::launch::async, [this, id] { return instance_.sonarr().look_up(id); }));
    }
  }

  void take(Add const& add, Outcome<arr::Lookup> const& look) {
    auto const now = owner_.dependencies_.clock.now();
    if (!look) return fail(add, look.error());
    if (auto const* const existing = std::get_if<arr::Exists>(&*look))
      return owner_.end(add, result_of(*existing, add, now));
    if (auto const* const unknown = std::get_if<arr::NotFound>(&*look))
      return owner_.end(add, {.fate = AddOutcome::not_found, .words = unknown->words, .at = now});
    send(add, std::get<arr::Found>(*look));
  }

  /// What an earlier attempt left open, of which nobody knows the end.
  std::optional<adding::Intent> left_open(Add const& add) const {
    auto const open = owner_.open_.find(add.show_id);
    return open == owner_.open_.end() ? std::nullopt : std::optional(open->second);
  }

  /// It was not there when this cycle asked for all; where an earlier attempt is open, it is ours.
  AddResult result_of(arr::Exists const& existing, Add const& add, Instant now) const {
    auto const open = left_open(add);
    if (!open || open->instance != add.route.instance || open->tvdb_id != add.tvdb_id)
      return {.fate = AddOutcome::exists, .series_id = existing.series_id, .at = now};
    return {.intent = open->id,
            .series_id = existing.series_id,
            .words = "found there after an interruption",
            .at = now};
  }

  void send(Add const& add, arr::Found const& found) {
    auto const now = [this] { return owner_.dependencies_.clock.now(); };
    auto const intent = owner_.promise(add, left_open(add));
    // What cannot be written down is not sent.
    if (!intent) return owner_.put_off(add, intent.error());
    auto const answer = instance_.sonarr().add(found, add.route);
    if (answer) return owner_.end(add, app::result_of(*answer, *intent, now()));
    auto const& [failure, sent] = answer.error();
    switch (sent) {
      case arr::Sent::maybe: return owner_.lose(add, failure);
      case arr::Sent::no: return fail(add, failure, intent->id);
    }
  }

  /// Nothing was done; and where the key is refused, nothing else needs to be tried.
  void fail(Add const& add, Failure const& failure, std::int64_t intent = 0) {
    if (failure.kind == Kind::denied) {
      stop_ = failure;
      stop_->text = "stopped: " + failure.text;
    }
    // What was not even asked is no news for the journal.
    if (intent == 0 && failure.kind == Kind::left_alone) return owner_.put_off(add, failure);
    owner_.end(add,
               {.intent = intent,
                .fate = AddOutcome::put_off,
                .words = failure.text,
                .at = owner_.dependencies_.clock.now()},
               failure.hint);
  }

  AddRunner& owner_;
  Instance& instance_;
  std::vector<Add> adds_;
  std::deque<Look> looks_;
  std::size_t next_ = 0;
  std::optional<Failure> stop_;  ///< Why nothing more is sent.
};

adding::AddTotals AddRunner::run(std::vector<Add> const& adds, Instances const& instances) {
  std::vector<std::unique_ptr<InstanceQueue>> queues;
  for (auto* const instance : instances) {
    std::vector<Add> own;
    for (auto const& add : adds)
      if (add.route.instance == instance->instance().server.name) own.push_back(add);
    if (!own.empty())
      queues.push_back(std::make_unique<InstanceQueue>(*this, *instance, std::move(own)));
  }
  std::vector<std::future<void>> running;
  for (auto& queue : queues)
    running.push_back(std::async(std::launch::async, [&queue] { queue->run(); }));
  for (auto& each : running) each.get();
  return totals_;
}

Outcome<adding::Intent> AddRunner::promise(Add const& add,
                                           std::optional<adding::Intent> const& open) {
  auto turn = dependencies_.catalogue.take_turn();
  return AddJournal(turn, dependencies_.searching).promise(add, open, dependencies_.clock.now());
}

void AddRunner::end(Add const& add, AddResult const& result, std::string const& hint) {
  auto const done = [&] {
    auto turn = dependencies_.catalogue.take_turn();
    return AddJournal(turn, dependencies_.searching).settle(add, result);
  }();
  if (!done) return lose(add, done.error());
  std::lock_guard const lock(mutex_);
  switch (result.fate) {
    case AddOutcome::added: ++totals_.added; break;
    case AddOutcome::exists: ++totals_.already_there; break;
    case AddOutcome::not_found: ++totals_.not_found; break;
    case AddOutcome::refused: ++totals_.refused; break;
    case AddOutcome::put_off: ++totals_.put_off; break;
  }
  dependencies_.observer.hear(AddEnded{add, result.fate, result.words, hint});
}

/// Nothing was sent, nor asked, and so nothing is written down.
void AddRunner::put_off(Add const& add, Failure const& failure) {
  std::lock_guard const lock(mutex_);
  ++totals_.put_off;
  dependencies_.observer.hear(AddEnded{add, AddOutcome::put_off, failure.text, failure.hint});
}

void AddRunner::lose(Add const& add, Failure const& failure) {
  std::lock_guard const lock(mutex_);
  ++totals_.unknown;
  dependencies_.observer.hear(AddEnded{add, std::nullopt, failure.text, failure.hint});
}

}  // namespace sievarr::app

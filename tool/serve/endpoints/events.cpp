#include "app/jobs/job_lines.hpp"
#include "serve/routing/endpoint.hpp"

#include <sievarr/api/events.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::serve {
namespace {

using api::Event;
using api::EventKind;

/// Puts what happened into the words of the API. What has none is left out.
class EventWriter {
 public:
  explicit EventWriter(app::Application const& application) : application_(application) {}

  std::optional<Event> event_of(app::EventRecord const& record) {
    event_ = {.number = record.number, .at = record.at};
    event_.job = std::string{app::catalogue_job_name};
    bool const known = std::visit([&](auto const& what) { return tell(what); }, record.what);
    return known ? std::optional(std::move(event_)) : std::nullopt;
  }

 private:
  bool tell(app::Event const& event) {
    return std::visit([&](auto const& what) { return tell(what); }, event);
  }
  bool tell(app::PhaseChanged const& changed) {
    event_.kind = EventKind::phase;
    event_.phase = changed.phase;
    return true;
  }
  bool tell(app::CycleBegan const& began) { return tell_cycle(began.cycle); }
  bool tell(app::CycleEnded const& ended) { return tell_cycle(ended.cycle); }
  bool tell(app::ConfigRead const& read) {
    event_.kind = EventKind::config;
    event_.job.reset();
    event_.words = read.health.words;
    return true;
  }
  bool tell(app::JudgedAgain const& judged) {
    event_.kind = EventKind::judged;
    // Somebody may have asked for it between two cycles.
    if (!application_.daemon_status().running) event_.job.reset();
    event_.changed = static_cast<std::int64_t>(judged.changed);
    return true;
  }
  bool tell(app::AddEnded const& ended) {
    event_.kind = EventKind::added;
    event_.add = ended.add;
    event_.fate = ended.fate;
    if (!ended.words.empty()) event_.words = ended.words;
    return true;
  }
  bool tell(app::JobEvent const& event) {
    event_.kind = EventKind::job;
    event_.job = event.job;
    if (event.run) event_.run = app::line_of(*event.run);
    if (!event.words.empty()) event_.words = event.words;
    return true;
  }
  bool tell(app::ActivityNoted const& noted) {
    event_.kind = EventKind::activity;
    event_.job.reset();
    event_.words = noted.record.words;
    return true;
  }
  bool tell(app::Trouble const& trouble) {
    event_.kind = EventKind::trouble;
    event_.where = trouble.where;
    event_.words = trouble.failure.text;
    return true;
  }
  /// Pages, shows and the rest: how far the cycle is now says it better.
  template <class What>
  bool tell(What const&) {
    auto daemon_status = application_.daemon_status();
    if (!daemon_status.running) return false;
    event_.kind = EventKind::advance;
    event_.advance = std::move(daemon_status.running);
    return true;
  }

  bool tell_cycle(status::CycleRecord const& cycle) {
    event_.kind = EventKind::cycle;
    event_.cycle = cycle;
    return true;
  }

  app::Application const& application_;
  Event event_;
};

std::string as_text(Event const& event) {
  return "id: " + to_text(event.number) + "\nevent: " + reflect::word_of(event.kind) +
         "\ndata: " + derive::to_json(event) + "\n\n";
}

/// What happens, as server-sent events. A listener that cannot keep up is told so, and has to ask
/// anew.
class EventStream final : public http::Source {
 public:
  EventStream(app::Application& application, os::Clock& clock)
      : application_(application), clock_(clock), writer_(application) {}

  void wake_with(std::function<void()> wake) override {
    subscription_ = application_.listen(std::move(wake));
  }

  std::optional<std::string> next() override {
    if (std::exchange(begins_, false)) return beginning();
    if (std::exchange(ends_, false)) return std::nullopt;
    std::string text;
    std::optional<Event> advance;
    for (auto const& record : subscription_->take()) {
      auto event = writer_.event_of(record);
      if (!event) continue;
      // Of many steps that were taken in between, the last one is enough.
      bool const steps = event->kind == EventKind::advance;
      if (advance && !steps) text += as_text(*std::exchange(advance, std::nullopt));
      if (steps)
        advance = std::move(event);
      else
        text += as_text(*event);
    }
    if (advance) text += as_text(*advance);
    if (subscription_->lost()) {
      ends_ = true;
      text +=
          as_text({.at = clock_.now(), .kind = EventKind::lost, .words = "too slow to keep up"});
    }
    return text.empty() ? heartbeat() : spoken(std::move(text));
  }

 private:
  using Steady = std::chrono::steady_clock;
  static constexpr std::chrono::seconds silence{15};

  std::string spoken(std::string text) {
    spoke_ = Steady::now();
    return text;
  }

  /// How it stands now, so that a late listener knows as much as the others.
  std::string beginning() {
    auto daemon_status = application_.daemon_status();
    Event event{.at = clock_.now(), .kind = EventKind::phase, .phase = daemon_status.phase};
    event.job = std::string{app::catalogue_job_name};
    event.advance = std::move(daemon_status.running);
    return spoken("retry: 3000\n\n" + as_text(event));
  }

  /// Keeps proxies from closing what seems to be dead, and finds out who has gone.
  std::string heartbeat() {
    if (Steady::now() - spoke_ < silence) return "";
    return spoken(": still here\n\n");
  }

  app::Application& application_;
  os::Clock& clock_;
  EventWriter writer_;
  std::shared_ptr<app::Subscription> subscription_;
  Steady::time_point spoke_ = Steady::now();
  bool begins_ = true;
  bool ends_ = false;
};

}  // namespace

template <>
http::Answer answer<api::ListenToEvents>(Context& context, RouteRequest&) {
  http::Answer answer(wire::Response{
      .headers = {{"Content-Type", "text/event-stream"}, {"X-Accel-Buffering", "no"}}});
  answer.source = std::make_unique<EventStream>(context.application, context.clock);
  return answer;
}

}  // namespace sievarr::serve

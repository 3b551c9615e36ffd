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
using api::NewsKind;

/// Puts what happened into the words of the API. What has none is left out.
class EventWriter {
 public:
  explicit EventWriter(app::Application const& application) : application_(application) {}

  std::optional<Event> news(app::EventRecord const& happening) {
    news_ = {.number = happening.number, .at = happening.at};
    news_.job = std::string{app::catalogue_job_name};
    bool const known = std::visit([&](auto const& what) { return tell(what); }, happening.what);
    return known ? std::optional(std::move(news_)) : std::nullopt;
  }

 private:
  bool tell(app::Event const& event) {
    return std::visit([&](auto const& what) { return tell(what); }, event);
  }
  bool tell(app::PhaseChanged const& changed) {
    news_.kind = NewsKind::phase;
    news_.phase = changed.phase;
    return true;
  }
  bool tell(app::CycleBegan const& began) { return tell_cycle(began.cycle); }
  bool tell(app::CycleEnded const& ended) { return tell_cycle(ended.cycle); }
  bool tell(app::ConfigRead const& read) {
    news_.kind = NewsKind::config;
    news_.job.reset();
    news_.words = read.health.words;
    return true;
  }
  bool tell(app::JudgedAgain const& judged) {
    news_.kind = NewsKind::judged;
    // Somebody may have asked for it between two cycles.
    if (!application_.daemon_status().running) news_.job.reset();
    news_.changed = static_cast<std::int64_t>(judged.changed);
    return true;
  }
  bool tell(app::AddEnded const& ended) {
    news_.kind = NewsKind::added;
    news_.add = ended.add;
    news_.fate = ended.fate;
    if (!ended.words.empty()) news_.words = ended.words;
    return true;
  }
  bool tell(app::JobEvent const& event) {
    news_.kind = NewsKind::job;
    news_.job = event.job;
    if (event.run) news_.run = app::line_of(*event.run);
    if (!event.words.empty()) news_.words = event.words;
    return true;
  }
  bool tell(app::Trouble const& trouble) {
    news_.kind = NewsKind::trouble;
    news_.where = trouble.where;
    news_.words = trouble.failure.text;
    return true;
  }
  /// Pages, shows and the rest: how far the cycle is now says it better.
  template <class What>
  bool tell(What const&) {
    auto daemon_status = application_.daemon_status();
    if (!daemon_status.running) return false;
    news_.kind = NewsKind::advance;
    news_.advance = std::move(daemon_status.running);
    return true;
  }

  bool tell_cycle(status::CycleRecord const& cycle) {
    news_.kind = NewsKind::cycle;
    news_.cycle = cycle;
    return true;
  }

  app::Application const& application_;
  Event news_;
};

std::string event(Event const& news) {
  return "id: " + to_text(news.number) + "\nevent: " + reflect::word_of(news.kind) +
         "\ndata: " + derive::to_json(news) + "\n\n";
}

/// What happens, as server-sent events. Whoever cannot keep up is told so, and has to ask anew.
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
    for (auto const& happening : subscription_->take()) {
      auto news = writer_.news(happening);
      if (!news) continue;
      // Of many steps that were taken in between, the last one is enough.
      bool const steps = news->kind == NewsKind::advance;
      if (advance && !steps) text += event(*std::exchange(advance, std::nullopt));
      if (steps)
        advance = std::move(news);
      else
        text += event(*news);
    }
    if (advance) text += event(*advance);
    if (subscription_->lost()) {
      ends_ = true;
      text += event({.at = clock_.now(), .kind = NewsKind::lost, .words = "too slow to keep up"});
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

  /// How it stands now, so that whoever comes late knows as much as the others.
  std::string beginning() {
    auto daemon_status = application_.daemon_status();
    Event news{.at = clock_.now(), .kind = NewsKind::phase, .phase = daemon_status.phase};
    news.job = std::string{app::catalogue_job_name};
    news.advance = std::move(daemon_status.running);
    return spoken("retry: 3000\n\n" + event(news));
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

#include "progress.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/print.hpp>

#include <algorithm>
#include <ostream>
#include <variant>

namespace sievarr::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t bar_width = 24;
/// Without a terminal a line now and then is enough.
constexpr auto rare = 10s;

std::string bar(std::size_t done, std::size_t all) {
  auto const full = all == 0 ? bar_width : std::min(bar_width, bar_width * done / all);
  return "[" + std::string(full, '#') + std::string(bar_width - full, '.') + "]";
}

std::string words_of(adding::AddOutcome fate) {
  switch (fate) {
    case adding::AddOutcome::added: return "added";
    case adding::AddOutcome::exists: return "is there already";
    case adding::AddOutcome::not_found: return "is not known there";
    case adding::AddOutcome::refused: return "was refused";
    default: return "was put off";
  }
}

}  // namespace

ProgressLine::ProgressLine(Console& console, os::Clock& clock)
    : console_(console), clock_(clock), began_(clock.now()), said_(began_) {}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::hear(app::Event const& event) {
  std::lock_guard const lock(mutex_);
  std::visit([this](auto const& each) { tell(each); }, event);
}

void ProgressLine::tell(app::PageSettled const& page) {
  auto const number = static_cast<std::size_t>(page.page);
  if (shows_ == 0) begun_at_ = number;
  shows_ += page.shows;
  passing(to_text(shows_) + " shows, page " + to_text(page.page) + " of " + to_text(page.last),
          number + 1, static_cast<std::size_t>(page.last) + 1);
}

void ProgressLine::tell(app::ShowsSettled const& shows) {
  if (shows.done == 1) {
    begun_at_ = 0;
    began_ = clock_.now();
  }
  passing("changed shows: request " + to_text(shows.done) + " of " + to_text(shows.all), shows.done,
          shows.all);
}

void ProgressLine::tell(app::JudgedAgain const& judged) {
  if (judged.judged == 0) return;
  line(to_text(judged.judged) + " shows judged again, " + to_text(judged.changed) + " change");
  if (judged.unwanted > 0)
    line(to_text(judged.unwanted) + " shows that are there would not be wanted now; they stay");
}

void ProgressLine::tell(app::AddEnded const& add) {
  auto const what = add.fate ? words_of(*add.fate) : "was sent, and nobody knows yet";
  auto text = derive::cell_text(add.add.title) + " (tvmaze:" + to_text(add.add.show_id) + ") " +
              what + ": " + add.add.route.instance;
  if (!add.words.empty()) text += ", " + derive::line_text(add.words);
  line(text);
  hint(add.hint);
}

void ProgressLine::tell(app::InstanceSeen const& seen) {
  if (seen.state == adding::InstanceSnapshot::State::ready) return;
  line(seen.name + ": " + derive::line_text(seen.words));
  has_troubles_ = true;
}

void ProgressLine::tell(app::Trouble const& trouble) {
  line(trouble.where + ": " + trouble.failure.text);
  hint(trouble.failure.hint);
}

/// Says it once: what helps one show helps the next.
void ProgressLine::hint(std::string const& text) {
  if (text.empty() || !hints_.insert(text).second) return;
  line("  " + derive::line_text(text));
}

void ProgressLine::line(std::string const& text) {
  wipe();
  console_.error << text << '\n';
}

void ProgressLine::passing(std::string const& text, std::size_t done, std::size_t all) {
  auto const now = clock_.now();
  bool const last = done >= all;
  if (console_.terminal == Console::Terminal::yes) {
    if (now - said_ < 100ms && !last) return;
    wipe();
    console_.error << bar(done, all) << ' ' << text << time_left(done, all) << std::flush;
    open_ = true;
  } else {
    if (now - said_ < rare && !last) return;
    console_.error << text << time_left(done, all) << '\n';
  }
  said_ = now;
}

std::string ProgressLine::time_left(std::size_t done, std::size_t all) {
  auto const passed = std::chrono::duration<double>(clock_.now() - began_).count();
  if (done <= begun_at_ + 1 || done >= all || passed < 2) return {};
  auto const each = passed / static_cast<double>(done - begun_at_);
  auto const left = static_cast<std::int64_t>(each * static_cast<double>(all - done)) + 1;
  return ", " + (left < 90 ? to_text(left) + " s left" : to_text(left / 60 + 1) + " min left");
}

void ProgressLine::wipe() {
  if (!open_) return;
  console_.error << "\r\033[K" << std::flush;
  open_ = false;
}

}  // namespace sievarr::cli

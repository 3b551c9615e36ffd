#include "engine.hpp"

#include <sievarr/config/excuse.hpp>

#include <utility>

namespace sievarr::wasm {

void Engine::start() { loading_ = std::make_unique<Loading>(); }

void Engine::feed(std::string_view bytes) {
  if (loading_) loading_->feed(bytes);
}

Loaded Engine::finish() {
  if (!loading_) start();
  auto const read = loading_->finish();
  bool const taken = read.shows > 0;
  if (taken) shows_ = loading_->take();
  loading_.reset();
  if (taken) rejudge();
  return {.shows = shows_->table.size(),
          .bad = read.bad,
          .odd = read.odd,
          .whole = read.whole,
          .taken = taken,
          .problems = report::ProblemReport(read.problems)};
}

Loaded Engine::load_sample(std::uint64_t seed, std::size_t count) {
  start();
  loading_->make_up(seed, count);
  shows_ = loading_->take();
  loading_.reset();
  rejudge();
  return {.shows = shows_->table.size()};
}

void Engine::surround(ConfigOverlay const& overlay) {
  layers_ = {};
  for (auto const& [name, value] : overlay.variables)
    layers_.surroundings.variables.emplace(name, value);
  layers_.arguments = overlay.arguments;
}

void Engine::forget() {
  deciders_.reset();
  difference_.reset();
}

void Engine::rejudge() {
  forget();
  orders_.clear();
  groups_.clear();
  bins_.clear();
  for (auto* judged_text : {&now_, &pinned_})
    if (*judged_text) (*judged_text)->judged = judged_by((*judged_text)->plan(), *shows_);
}

Engine::Attempt Engine::attempt(std::string_view yaml, Date today) {
  layers_.file = config::Source{"config.yaml", std::string{yaml}};
  auto prepared = config::prepare(layers_, today);
  config::forget_unset_secrets(prepared.problems);
  config::excuse_unset(prepared.problems);
  document::Utf16 units(yaml);
  JudgeAnswer answer{.problems = editor::remarks_of(prepared.problems, units),
                     .filter_hash = prepared.value.plan.filter_hash};
  for (auto const& problem : prepared.problems)
    ++(problem.severity == Severity::error     ? answer.errors
       : problem.severity == Severity::warning ? answer.warnings
                                               : answer.hints);
  bool const readable = document::mapping(prepared.value.loaded.document) != nullptr;
  if (!readable || config::breaks_filter(prepared.problems))
    return {.answer = std::move(answer), .judged_text = {}};

  auto judged = judged_by(prepared.value.plan, *shows_);
  Attempt made{.answer = std::move(answer),
               .judged_text = JudgedText{std::string{yaml}, std::move(units),
                                         std::move(prepared.value), std::move(judged)}};
  made.answer.judged = true;
  return made;
}

JudgeAnswer Engine::judge(std::string_view yaml, Date today) {
  auto [answer, judged_text] = attempt(yaml, today);
  if (!judged_text) return std::move(answer);
  forget();
  now_ = std::move(judged_text);
  auto const& plan = now_->plan();
  answer.counts = report::count_report(now_->judged.counts, plan);
  answer.parts = editor::part_lines(plan, now_->units);
  for (auto const& compiled : plan.selections) answer.selections.push_back(compiled.name);
  answer.routes = plan.routes;
  return std::move(answer);
}

JudgeAnswer Engine::pin_config(std::string_view yaml, Date today) {
  auto [answer, judged_text] = attempt(yaml, today);
  if (!judged_text) return std::move(answer);
  difference_.reset();
  pinned_ = std::move(judged_text);
  return std::move(answer);
}

filter::Decisions const& Engine::decisions() const {
  static filter::Decisions const none;
  return now_ ? now_->judged.decisions : none;
}

Rows const& Engine::deciders() {
  if (!deciders_) deciders_ = now_ ? deciders_of(now_->plan(), *shows_, now_->judged) : Rows{};
  return *deciders_;
}

std::string Engine::decision_hash() const {
  return now_ ? hash_of(now_->plan(), *shows_, now_->judged) : std::string{};
}

}  // namespace sievarr::wasm

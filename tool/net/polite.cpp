#include "polite.hpp"

#include <sievarr/base/failure_kind.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <utility>

namespace sievarr::net {
namespace {

using Kind = Failure::Kind;

/// Why an attempt may have to be repeated; none where the answer is one to keep.
std::optional<Failure> trouble_with(Outcome<wire::Response> const& answer,
                                    std::string const& address, Instant now) {
  if (!answer) return answer.error();
  auto failure = wire::failure_of(*answer, address, now);
  if (failure && !may_pass(failure->kind)) return std::nullopt;
  return failure;
}

Failure stopped(std::string const& address) {
  return {.kind = Kind::cancelled, .text = wire::shown_address(address) + ": stopped"};
}

}  // namespace

Polite::Polite(Transport& inner, os::Clock& clock, Jitter jitter, Manners manners)
    : inner_(inner),
      clock_(clock),
      jitter_(std::move(jitter)),
      manners_(std::move(manners)),
      breaker_(manners_.tolerance) {
  if (manners_.rate) throttle_.emplace(*manners_.rate);
}

Polite::Turn Polite::await_turn() {
  while (true) {
    std::unique_lock lock(mutex_);
    auto const now = clock_.now();
    if (!breaker_.allows(now)) return Turn::rest;
    auto const wait = throttle_ ? throttle_->wait(now) : std::chrono::milliseconds{0};
    if (wait.count() <= 0) {
      if (throttle_) throttle_->sent(now);
      breaker_.probing(now);
      return Turn::go;
    }
    lock.unlock();
    if (!clock_.sleep(wait)) return Turn::stop;
  }
}

void Polite::learn(std::optional<Failure> const& failure) {
  std::lock_guard const lock(mutex_);
  if (!failure || !is_server_ill(failure->kind)) breaker_.succeeded();
  if (!failure) return;
  auto const now = clock_.now();
  if (is_server_ill(failure->kind)) breaker_.failed(now);
  if (failure->kind == Kind::throttled && throttle_)
    throttle_->refused(now, failure->retry_after, jitter_());
}

double Polite::roll() {
  std::lock_guard const lock(mutex_);
  return jitter_();
}

/// Keeps what was wrong last, for those who are not even asked on account of it.
void Polite::remember(wire::Request const& request, Outcome<wire::Response> const& answer,
                      Failure const& trouble) {
  if (!is_server_ill(trouble.kind)) return;
  auto words =
      answer && manners_.explain ? manners_.explain(request, *answer, clock_.now()) : std::nullopt;
  std::lock_guard const lock(mutex_);
  last_trouble_ = words ? *std::move(words) : trouble;
}

Failure Polite::resting(std::string const& address) {
  std::lock_guard const lock(mutex_);
  Failure failure{.kind = Kind::left_alone,
                  .text = wire::shown_address(address) + ": left alone until " +
                          to_text(breaker_.probe_at()) + " after repeated failures",
                  .hint = "look whether that server runs",
                  .retry_after = breaker_.probe_at() - clock_.now()};
  if (!last_trouble_) return failure;
  failure.text += ", the last one: " + last_trouble_->text;
  if (!last_trouble_->hint.empty()) failure.hint = last_trouble_->hint;
  return failure;
}

Outcome<wire::Response> Polite::stream(wire::Request const& request, Sink& sink) {
  // What it was told itself says more than that others were told the same.
  std::optional<Outcome<wire::Response>> heard;
  for (std::uint32_t failed = 1;; ++failed) {
    auto const turn = await_turn();
    if (turn == Turn::rest) return heard ? *std::move(heard) : resting(request.target);
    if (turn == Turn::stop) return stopped(request.target);
    auto answer = inner_.stream(request, sink);
    auto const trouble = trouble_with(answer, request.target, clock_.now());
    learn(trouble);
    if (!trouble) return answer;
    remember(request, answer, *trouble);
    if (!wire::is_repeatable(request.method) && !did_surely_nothing(trouble->kind)) return answer;
    auto const pause = pacing::pause_after(*trouble, failed, manners_.patience, roll());
    if (!pause) return answer;
    if (!clock_.sleep(*pause)) return stopped(request.target);
    heard = std::move(answer);
  }
}

}  // namespace sievarr::net

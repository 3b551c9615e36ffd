#pragma once

#include "net/transport.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::test {

/// A transport that answers what it was told to, in that order, and keeps what it was asked. When
/// nothing is left to say, nobody answers.
class Recorded final : public net::Transport {
 public:
  explicit Recorded(std::deque<Outcome<wire::Response>> answers) : answers_(std::move(answers)) {}

  Outcome<wire::Response> stream(wire::Request const& request, net::Sink& sink) override {
    asked.push_back(request);
    if (answers_.empty()) return Failure{Failure::Kind::unreachable, "nothing is recorded"};
    auto answer = std::move(answers_.front());
    answers_.pop_front();
    sink.begin();
    if (!answer || !wire::is_success(answer->status)) return answer;
    sink.take(answer->body);
    answer->body.clear();
    return answer;
  }

  std::vector<wire::Request> asked;

 private:
  std::deque<Outcome<wire::Response>> answers_;
};

}  // namespace sievarr::test

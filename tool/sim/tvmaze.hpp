#pragma once

#include "faults.hpp"
#include "http/answer.hpp"
#include "record.hpp"
#include "target.hpp"
#include "world.hpp"

#include <sievarr/base/instant.hpp>
#include <sievarr/wire/http.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace sievarr::sim {

/// How much may be asked within any span of time, and what is said to those who ask for more.
struct Limit {
  enum class Hint : std::uint8_t { retry_after, none };

  std::size_t calls = 20;
  std::chrono::milliseconds window{10'000};
  Hint hint = Hint::retry_after;
};

struct TvmazeOptions {
  /// Whether answers come from the source, or from a cache before it that keeps a page for a day
  /// and all else for an hour. Some caches leave the date of an answer, some put a new one on it.
  enum class Edge : std::uint8_t { none, caching, redating };

  /// Whether answers have an ETag; as far as is known TVMaze's have none.
  enum class Tags : std::uint8_t { none, given };

  Edge edge = Edge::none;
  Tags tags = Tags::none;
  std::optional<Limit> limit = Limit{};
  /// The only key that is good, of those who send one; without it all are.
  std::optional<std::string> api_key = {};
};

/// Answers as TVMaze's API does, out of a world.
class Tvmaze {
 public:
  explicit Tvmaze(World& world, TvmazeOptions options = {})
      : world_(world), options_(std::move(options)) {}

  /// The answer to a request. Called by several threads at a time.
  http::Answer respond(http::Call const& call);

  Record& calls() { return calls_; }
  Faults& faults() { return faults_; }

  /// From now on so much may be asked, or with nothing anything.
  void limit(std::optional<Limit> limit);

 private:
  /// What a request is about, and how old the answer to it is.
  struct ParsedRequest {
    Target target;
    Kind kind;
    std::int64_t number = 0;
    Instant as_of{};
  };

  ParsedRequest parsed(wire::Request const& request);
  Instant kept_since(Kind kind, std::int64_t number);
  wire::Response answer(ParsedRequest const& asked, Harms const& harms);
  wire::Response page(ParsedRequest const& asked, Harms const& harms);
  wire::Response show(ParsedRequest const& asked, Harms const& harms);
  wire::Response updates(ParsedRequest const& asked, Harms const& harms);
  std::optional<wire::Response> too_many();

  World& world_;
  TvmazeOptions options_;
  Record calls_;
  Faults faults_;
  std::mutex mutex_;
  std::deque<Instant> asked_;
};

}  // namespace sievarr::sim

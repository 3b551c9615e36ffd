#pragma once

#include "faults.hpp"
#include "http/answer.hpp"
#include "record.hpp"
#include "shelf.hpp"
#include "target.hpp"
#include "world.hpp"

#include <sievarr/wire/http.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::sim {

/// How often a series was posted, whatever became of it, and how often that added it.
struct Posts {
  std::size_t heard = 0;
  std::size_t carried_out = 0;

  bool operator==(Posts const&) const = default;
};

/// Answers as a Sonarr of version 3, 4 or 5 does. Its metadata service knows the shows of a world.
class Sonarr {
 public:
  explicit Sonarr(World& world, Shelf shelf = {}) : world_(world), shelf_(std::move(shelf)) {}

  /// The answer to a request. Called by several threads at a time.
  http::Answer respond(http::Call const& call);

  Record& calls() { return calls_; }
  Faults& faults() { return faults_; }

  /// Changes what it is and holds, between two requests.
  void change(std::function<void(Shelf&)> const& action);
  Shelf shelf() const;

  /// Somebody adds a series at its page, or deletes one; and whether it is in the library.
  void add_elsewhere(std::int64_t tvdb_id);
  void remove(std::int64_t tvdb_id);
  bool holds(std::int64_t tvdb_id) const;

  /// What was posted, by number at TheTVDB.
  std::map<std::int64_t, Posts> posts() const;

 private:
  struct ParsedRequest {
    Target target;
    wire::Method method;
    Kind kind;
    std::string_view body;
    std::int64_t number = 0;  ///< Of one series.
  };

  ParsedRequest parsed(wire::Request const& request) const;
  wire::Response answer(ParsedRequest const& asked, wire::Request const& request,
                        Harms const& harms);
  wire::Response api(ParsedRequest const& asked, Harms const& harms);
  wire::Response series(ParsedRequest const& asked);
  wire::Response lookup(std::string_view term);
  wire::Response add(std::string_view body, Harms const& harms);
  wire::Response new_tag(std::string_view body);
  wire::Response drop(std::int64_t id);
  wire::Response words(int status) const;
  bool is_known(std::int64_t tvdb_id) const;
  std::optional<Show> described(std::int64_t tvdb_id) const;
  Show described_or_made_up(std::int64_t tvdb_id) const;

  World& world_;
  Record calls_;
  Faults faults_;
  mutable std::mutex mutex_;
  Shelf shelf_;
  std::map<std::int64_t, Posts> posts_;
};

}  // namespace sievarr::sim

#pragma once

#include "harm.hpp"
#include "http/answer.hpp"
#include "record.hpp"

#include <cstddef>
#include <functional>
#include <limits>
#include <mutex>
#include <vector>

namespace sievarr::sim {

/// Something that goes wrong with some calls.
struct Fault {
  static constexpr std::size_t for_ever = std::numeric_limits<std::size_t>::max();

  Harm harm;
  Kind kind = Kind::any;
  std::size_t first = 1;  ///< The n-th call of that kind from now on.
  std::size_t times = 1;  ///< How many calls in a row.
};

/// The faults of a server. Safe to use from several threads.
class Faults {
 public:
  void inject(Fault fault);
  void clear();

  /// How many calls have been harmed; when none was, there was no n-th call.
  std::size_t struck() const;

  /// What goes wrong with the call that comes now.
  Harms strike(Kind kind);

 private:
  struct Waiting {
    Fault fault;
    std::size_t seen = 0;
  };

  mutable std::mutex mutex_;
  std::vector<Waiting> waiting_;
  std::size_t struck_ = 0;
};

/// How a server answers when nothing is wrong, and its own words for a status.
struct Voice {
  std::function<wire::Response()> answer;
  std::function<wire::Response(int)> words;
};

/// Answers a request as the harms leave it.
http::Answer harmed(Harms const& harms, wire::Request const& request, Voice const& voice);

/// The status that a client can hear in an answer, 0 for none.
int heard_status(http::Answer const& answer);

}  // namespace sievarr::sim

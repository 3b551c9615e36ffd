#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What can go wrong with a call. Several things can go wrong with the same one.
namespace sievarr::sim {

/// Another answer than the server's own; what was asked for is not done. Without a body the server
/// finds its own words for that status.
struct Says {
  int status = 500;
  std::optional<std::string> body = {};
  std::string content_type = "text/html";  ///< Of that body.
  std::optional<std::string> retry_after = {};
};

/// The answer comes late: a slow server, or for somebody with less patience a timeout.
struct Late {
  std::chrono::milliseconds by{1000};
};

/// It is done, and the connection ends in the middle of the answer's body.
struct Breaks {
  enum class End : std::uint8_t { reset, closed };
  End end = End::reset;
};

/// The answer is packed, and the second half of it is missing.
struct TruncatedGzip {};

/// A very long answer.
struct Huge {
  std::size_t bytes = 100 << 20;
};

/// It is done, and the connection dies without a word about it.
struct Lost {};

/// The connection dies before anything is done.
struct Unheard {};

/// Something else happens just before: a key is revoked, somebody adds or deletes a series.
struct Meanwhile {
  std::function<void()> action;
};

/// TVMaze: a show with every field null, perhaps but the id, comes with the answer, or is it.
struct NullShow {
  std::optional<std::int64_t> id = {};
};

/// TVMaze: the map of updates names ids that nobody knows.
struct UnknownIds {
  std::vector<std::int64_t> ids;
};

/// Sonarr: somebody else adds the same series while this one is being added.
struct Overtaken {};

using Harm = std::variant<Says, Late, Breaks, TruncatedGzip, Huge, Lost, Unheard, Meanwhile,
                          NullShow, UnknownIds, Overtaken>;
using Harms = std::vector<Harm>;

/// The first harm of a sort, if it was done.
template <class Sort>
Sort const* find(Harms const& harms) {
  for (auto const& harm : harms)
    if (auto const* found = std::get_if<Sort>(&harm)) return found;
  return nullptr;
}

}  // namespace sievarr::sim

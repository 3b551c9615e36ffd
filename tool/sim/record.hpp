#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/wire/http.hpp>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace sievarr::sim {

/// What a call to one of the servers is about. A server knows some of these.
enum class Kind : std::uint8_t {
  any,
  page,     ///< TVMaze: a page of the index.
  show,     ///< TVMaze: one show.
  updates,  ///< TVMaze: the map of updates.
  status,   ///< Sonarr: its version, and so on.
  root_folders,
  quality_profiles,
  language_profiles,
  tags,
  new_tag,
  exclusions,
  series,  ///< Sonarr: the list, or one of them.
  lookup,
  add,  ///< Sonarr: a series is posted.
  drop,
  other,
};

/// A call as a server heard it, and the status it answered: 0 when it gave none, or not yet.
struct Heard {
  Instant when{};
  Kind kind = Kind::other;
  wire::Request request;
  int status = 0;

  bool operator==(Heard const&) const = default;
};

/// All that a server was asked, in the order in which it came. Safe to use from several threads.
class Record {
 public:
  /// Writes down a call; its number is for answered().
  std::size_t hear(Heard heard);
  void answered(std::size_t number, int status);

  std::vector<Heard> all() const;
  std::vector<Heard> all(Kind kind) const;
  std::size_t count(Kind kind = Kind::any) const;
  void clear();

 private:
  mutable std::mutex mutex_;
  std::vector<Heard> heard_;
  std::size_t cleared_ = 0;
};

}  // namespace sievarr::sim

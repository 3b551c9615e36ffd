#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/mirror/mirror_progress.hpp>

#include <string>
#include <vector>

namespace sievarr::store {

/// state.json: the progress as people read it. The database has the truth; this is its mirror.
class StateFile {
 public:
  explicit StateFile(std::string const& folder) : path_(folder + "/state.json") {}

  Outcome<Done> save(mirror::MirrorProgress const& progress) const;

  /// Keeps a copy beside it, after a cycle in which all went well.
  Outcome<Done> keep(mirror::MirrorProgress const& progress) const;

  /// Brings the file in line with what the database says, and tells what was wrong with it.
  Outcome<std::vector<std::string>> mend(mirror::MirrorProgress const& truth) const;

 private:
  std::string path_;
};

}  // namespace sievarr::store

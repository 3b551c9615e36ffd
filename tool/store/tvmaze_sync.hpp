#pragma once

#include "catalogue.hpp"

#include <string>
#include <vector>

namespace sievarr::store {

/// Whether a file is what tvmaze-sync remembers; looking leaves no trace.
bool is_tvmaze_sync(std::string const& path);

/// What tvmaze-sync knew, in our words. The shows are marked as old, so that the mirror reads them
/// again; what was never added is judged anew.
struct Imported {
  Changes changes;
  std::vector<std::string> warnings;  ///< What made no sense, row by row, the first few.
};

/// Reads the folder of tvmaze-sync; what it added goes by the name of an instance of ours.
Outcome<Imported> read_tvmaze_sync(std::string const& folder, std::string const& instance);

}  // namespace sievarr::store

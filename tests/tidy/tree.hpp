#pragma once

#include "source.hpp"

namespace sievarr::tidy {

/// The root of the project whose tests run.
std::string root_folder();

std::string read_text(std::string const& path);

/// The text files below root that people write: code, build files, scripts, pages. Without what is
/// built or fetched, and without the samples that are bad on purpose.
std::vector<Source> read_tree(std::string const& root);

}  // namespace sievarr::tidy

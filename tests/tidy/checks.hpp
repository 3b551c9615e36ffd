#pragma once

#include "rules.hpp"

namespace sievarr::tidy {

/// Every check of one file.
Findings check_source(Source const& source, Rules const& rules);

/// Every check that needs all files: headers that nobody includes, tests in no list, libraries in
/// more files than one, folders that nobody can look through.
Findings check_project(std::vector<Source> const& sources, Rules const& rules);

/// What check_source is made of.
Findings check_floors(Source const& source, Rules const& rules);
Findings check_bans(Source const& source, Rules const& rules);
Findings check_layout(Source const& source);
Findings check_statements(Source const& source);
Findings check_imports(Source const& source, Rules const& rules);

/// What check_project is made of.
Findings check_one_file_each(std::vector<Source> const& sources, Rules const& rules);
Findings check_dead_files(std::vector<Source> const& sources);
Findings check_folders(std::vector<Source> const& sources);

/// What the whole tree looks like, for people: the median of the headers and the long functions.
std::vector<std::string> remarks(std::vector<Source> const& sources);

}  // namespace sievarr::tidy

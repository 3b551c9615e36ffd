#pragma once

#include <sievarr/base/problem.hpp>

#include <string>
#include <string_view>

namespace sievarr::cli {

/// An annotation of a pull request, as a workflow of GitHub prints it.
struct Annotation {
  std::string_view level = "notice";  ///< notice, warning or error.
  std::string_view title;
  Place place = {};
  std::string message;
};

/// A line that no text from outside can turn into another command.
std::string github_line(Annotation const& annotation);

}  // namespace sievarr::cli

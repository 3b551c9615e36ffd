#pragma once

#include "syntax.hpp"

#include <string>

namespace sievarr::cli {

/// What makes a shell complete the commands and options of a program, made from what they
/// understand.
std::string bash_completion(Syntax const& program);
std::string zsh_completion(Syntax const& program);
std::string fish_completion(Syntax const& program);

}  // namespace sievarr::cli

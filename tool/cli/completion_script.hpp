#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace sievarr::cli {

/// What makes a shell complete the commands and options of a program, made from its parser.
std::string bash_completion(CLI::App const& program);
std::string zsh_completion(CLI::App const& program);
std::string fish_completion(CLI::App const& program);

}  // namespace sievarr::cli

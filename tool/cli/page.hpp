#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace sievarr::cli {

/// The words that lead to a command: "config show"; empty for the program itself.
std::string full_name(CLI::App const& parser);

/// The manual of a command, made from its parser.
std::string page(CLI::App const& parser);

}  // namespace sievarr::cli

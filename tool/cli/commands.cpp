#include "cli/commands.hpp"

namespace sievarr::cli {
namespace {

constexpr Entry all[] = {
    {"version", "print the version, and the licenses of what is built in", make_version},
    {"help", "print the manual of the program or of a command", make_help},
};

}  // namespace

std::span<Entry const> commands() { return all; }

}  // namespace sievarr::cli

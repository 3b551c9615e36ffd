#include "cli/commands.hpp"

namespace sievarr::cli {
namespace {

constexpr Entry all[] = {
    {"validate", "check config files without asking anybody", make_validate},
    {"config", "print the config in one of its forms", nullptr},
    {"config show", "print the config that counts, and where each value comes from",
     make_config_show},
    {"config schema", "print the JSON Schema of the config, for editors", make_config_schema},
    {"config docs", "print the reference of the config as Markdown", make_config_docs},
    {"version", "print the version, and the licenses of what is built in", make_version},
    {"help", "print the manual of the program or of a command", make_help},
};

}  // namespace

std::span<Entry const> commands() { return all; }

}  // namespace sievarr::cli

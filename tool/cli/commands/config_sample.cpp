#include "commands.hpp"

#include <sievarr/config/config.hpp>
#include <sievarr/derive/example.hpp>

#include <ostream>

namespace sievarr::cli {
namespace {

/// Prints a config to begin with.
class ConfigSample final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.examples =
        "sievarr config sample > config.yaml\n"
        "sievarr config schema > sievarr.schema.json";
  }

  os::Exit run(Console& console) override {
    console.out << "# yaml-language-server: $schema=sievarr.schema.json\n"
                   "# The line above lets an editor complete and check this file; make the schema "
                   "with:\n"
                   "# sievarr config schema > sievarr.schema.json\n\n"
                << derive::example<config::Config>();
    return os::Exit::fine;
  }
};

}  // namespace

std::unique_ptr<Command> make_config_sample() { return std::make_unique<ConfigSample>(); }

}  // namespace sievarr::cli

#include "commands.hpp"

#include <sievarr/config/config.hpp>
#include <sievarr/derive/json_schema.hpp>
#include <sievarr/document/write_json.hpp>

#include <ostream>

namespace sievarr::cli {
namespace {

/// Prints what editors need to complete and check a config.
class ConfigSchema final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.examples =
        "sievarr config schema > sievarr.schema.json\n"
        "\n"
        "A config that begins with this line is then completed and checked by editors that speak\n"
        "to yaml-language-server:\n"
        "# yaml-language-server: $schema=sievarr.schema.json";
  }

  os::Exit run(Console& console) override {
    auto const schema = derive::json_schema<config::Config>("Sievarr's config.yaml");
    console.out << document::write_json_pretty(schema) << '\n';
    return os::Exit::fine;
  }
};

}  // namespace

std::unique_ptr<Command> make_config_schema() { return std::make_unique<ConfigSchema>(); }

}  // namespace sievarr::cli

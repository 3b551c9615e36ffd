#include "commands.hpp"

#include <sievarr/config/reference.hpp>

#include <ostream>

namespace sievarr::cli {
namespace {

/// Prints the reference of the config as Markdown.
class ConfigDocs final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.examples = "sievarr config docs | less\nsievarr help config keys";
  }

  os::Exit run(Console& console) override {
    console.out << config::reference();
    return os::Exit::fine;
  }
};

}  // namespace

std::unique_ptr<Command> make_config_docs() { return std::make_unique<ConfigDocs>(); }

}  // namespace sievarr::cli

#include "cli/commands.hpp"

#include <ostream>

namespace sievarr::cli {
namespace {

class Version final : public Command {
 public:
  void declare(CLI::App&) override {}

  os::Exit run(Console& console) override {
    console.out << "sievarr " SIEVARR_VERSION " (" __VERSION__ ")\n";
    return os::Exit::fine;
  }
};

}  // namespace

std::unique_ptr<Command> make_version() { return std::make_unique<Version>(); }

}  // namespace sievarr::cli

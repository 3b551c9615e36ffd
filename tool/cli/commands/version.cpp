#include "cli/text/licenses.hpp"
#include "commands.hpp"

#include <ostream>

namespace sievarr::cli {
namespace {

class Version final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "--licenses",
                .meaning = "also what is built in, and its licenses",
                .into = &with_licenses_});
    syntax.examples = "sievarr version --licenses";
  }

  os::Exit run(Console& console) override {
    console.out << "sievarr " SIEVARR_VERSION " (" __VERSION__ ")\n";
    if (with_licenses_) console.out << '\n' << licenses();
    return os::Exit::fine;
  }

 private:
  bool with_licenses_ = false;
};

}  // namespace

std::unique_ptr<Command> make_version() { return std::make_unique<Version>(); }

}  // namespace sievarr::cli

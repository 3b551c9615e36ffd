#include "cli/options/config_option.hpp"
#include "cli/text/output.hpp"
#include "cli/text/text.hpp"
#include "commands.hpp"

#include <ostream>

namespace sievarr::cli {
namespace {

/// Prints the config that the layers make together.
class ConfigShow final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr config show\n"
        "DRY_RUN=false sievarr config show --set sync.poll_interval=1h\n"
        "sievarr config show --json";
  }

  os::Exit run(Console& console) override {
    auto const loaded = config_.load(console);
    if (!loaded) {
      complain(console, loaded.error());
      return os::Exit::misused;
    }
    complain(console, loaded->findings);
    console.out << (output_.format() == Format::json
                        ? config_as_json(loaded->loaded)
                        : config_as_text(loaded->loaded, console.paint_out));
    return has_errors(loaded->findings.problems) ? os::Exit::findings : os::Exit::fine;
  }

 private:
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_config_show() { return std::make_unique<ConfigShow>(); }

}  // namespace sievarr::cli

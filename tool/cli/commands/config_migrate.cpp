#include "cli/options/config_option.hpp"
#include "commands.hpp"

#include <sievarr/config/rewrite.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// Prints a config in its newest form.
class ConfigMigrate final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "FILE",
                .meaning = "the config file, - for standard input; else the usual config",
                .into = &file_});
    syntax.examples =
        "sievarr config migrate config.yaml > new.yaml\n"
        "diff config.yaml new.yaml";
  }

  Exit run(Console& console) override {
    auto const path = file_.empty() ? ConfigOption{}.path(console) : file_;
    if (!path) {
      complain(console, {.text = "there is no config file", .hint = "name one"});
      return Exit::misused;
    }
    auto const source = read_source(console, *path);
    if (!source) {
      complain(console, source.error());
      return Exit::misused;
    }
    return rewrite(console, *source);
  }

 private:
  static Exit rewrite(Console& console, config::Source const& source) {
    auto const edits = config::rewrite(source.text, source.name);
    auto const text = edits ? document::edited(source.text, *edits) : edits.error();
    if (text) {
      console.out << *text;
      return Exit::fine;
    }
    complain(console,
             {.text = "cannot rewrite " + quoted(source.name), .hint = text.error().message});
    return Exit::findings;
  }

  std::string file_;
};

}  // namespace

std::unique_ptr<Command> make_config_migrate() { return std::make_unique<ConfigMigrate>(); }

}  // namespace sievarr::cli

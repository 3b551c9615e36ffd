#include "cli/parse/page.hpp"
#include "commands.hpp"

#include <sievarr/base/text.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace sievarr::cli {
namespace {

class Help final : public Command {
 public:
  void declare(Syntax& syntax) override {
    program_ = syntax.above;
    syntax.add(
        {.name = "COMMAND", .meaning = "the command whose manual is wanted", .into = &words_});
    syntax.examples = "sievarr help validate\nsievarr help config show\nsievarr help config keys";
  }

  os::Exit run(Console& console) override {
    if (words_ == std::vector<std::string>{"config", "keys"})
      return make_config_docs()->run(console);
    Syntax const* wanted = program_;
    for (auto const& word : words_) {
      auto const* const below = find_below(*wanted, word);
      if (!below) return refuse(console, word);
      wanted = below;
    }
    console.out << page(*wanted);
    return os::Exit::fine;
  }

 private:
  static os::Exit refuse(Console& console, std::string const& word) {
    complain(console, {.text = "there is no command " + quoted(word), .hint = "see: sievarr help"});
    return os::Exit::misused;
  }

  Syntax const* program_ = nullptr;
  std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_help() { return std::make_unique<Help>(); }

}  // namespace sievarr::cli

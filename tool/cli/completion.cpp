#include "cli/commands.hpp"
#include "cli/completion_script.hpp"

#include <sievarr/base/text.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

/// Prints the completion script of a shell.
class Completion final : public Command {
 public:
  void declare(CLI::App& parser) override {
    program_ = parser.get_parent();
    parser.add_option("SHELL", shell_, "the shell")->type_name("bash|zsh|fish")->required();
    parser.footer(
        "source <(sievarr completion bash)\n"
        "sievarr completion fish | source");
  }

  os::Exit run(Console& console) override {
    if (shell_ == "bash") {
      console.out << bash_completion(*program_);
    } else if (shell_ == "zsh") {
      console.out << zsh_completion(*program_);
    } else if (shell_ == "fish") {
      console.out << fish_completion(*program_);
    } else {
      complain(console, {.text = "there is no completion for " + quoted(shell_),
                         .hint = "name bash, zsh or fish"});
      return os::Exit::misused;
    }
    return os::Exit::fine;
  }

 private:
  CLI::App const* program_ = nullptr;
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completion() { return std::make_unique<Completion>(); }

}  // namespace sievarr::cli

#include "cli/parse/completion_script.hpp"
#include "commands.hpp"

#include <sievarr/base/text.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

/// Prints the completion script of a shell.
class Completion final : public Command {
 public:
  void declare(Syntax& syntax) override {
    program_ = syntax.above;
    syntax.add({.name = "SHELL",
                .takes = "bash|zsh|fish",
                .meaning = "the shell",
                .into = &shell_,
                .required = true});
    syntax.examples =
        "source <(sievarr completion bash)\n"
        "sievarr completion fish | source";
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
  Syntax const* program_ = nullptr;
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completion() { return std::make_unique<Completion>(); }

}  // namespace sievarr::cli

#include "program.hpp"

#include "cli/commands/commands.hpp"
#include "page.hpp"
#include "parser.hpp"

#include <sievarr/base/text.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::cli {
namespace {

using os::Exit;

/// A command together with what it understands.
struct Declared {
  Syntax const* syntax;
  std::unique_ptr<Command> command;
};

/// The place of the command that a name of several words leads to, made where it is missing.
Syntax& place_of(Syntax& program, Entry const& entry) {
  auto* above = &program;
  auto name = entry.name;
  for (auto space = name.find(' '); space != std::string_view::npos; space = name.find(' ')) {
    for (auto& below : above->below)
      if (below.name == name.substr(0, space)) above = &below;
    name.remove_prefix(space + 1);
  }
  above->below.push_back({.name = std::string{name}, .summary = std::string{entry.summary}});
  above->below.back().above = above;
  return above->below.back();
}

std::vector<Declared> declare_all(Syntax& program) {
  std::vector<Declared> declared;
  for (auto const& group : commands())
    for (auto const& entry : group.entries) {
      auto& syntax = place_of(program, entry);
      // Commands below another have no headings of their own.
      if (syntax.above == &program) syntax.group = group.heading;
      syntax.options.push_back(
          {.name = "--help", .letter = "-h", .meaning = "print the manual of this command"});
      if (!entry.make) continue;
      declared.push_back({&syntax, entry.make()});
      declared.back().command->declare(syntax);
    }
  return declared;
}

Exit run_chosen(Syntax const& syntax, std::span<Declared const> declared, Console& console) {
  for (auto const& each : declared)
    if (each.syntax == &syntax) return each.command->run(console);
  auto const name = full_name(syntax);
  complain(console,
           {.text = name.empty() ? "a command is missing" : quoted(name) + " needs one more word",
            .hint = see(syntax)});
  return Exit::misused;
}

}  // namespace

void complain(Console& console, Failure const& failure) {
  console.error << "sievarr: " << failure.text << '\n';
  if (!failure.hint.empty()) console.error << "  " << failure.hint << '\n';
}

Exit run(std::span<std::string const> arguments, Console& console) {
  Syntax program{
      .name = "sievarr",
      .summary = "decides what enters a media library, and proves the decision before it is made",
      .options = {{.name = "--help", .letter = "-h", .meaning = "print the manual"},
                  {.name = "--version", .meaning = "print the version"}},
      .examples =
          "sievarr demo\n"
          "sievarr validate config.yaml\n"
          "sievarr why the expanse --config config.yaml\n"
          "sievarr run --config config.yaml"};
  auto const declared = declare_all(program);
  auto const asked = parse(program, arguments);
  if (!asked) {
    complain(console, asked.error());
    return Exit::misused;
  }
  switch (asked->kind) {
    case Request::Kind::version: return make_version()->run(console);
    case Request::Kind::manual: console.out << page(*asked->command); return Exit::fine;
    case Request::Kind::command: break;
  }
  return run_chosen(*asked->command, declared, console);
}

}  // namespace sievarr::cli

#include "cli/program.hpp"

#include "cli/commands.hpp"
#include "cli/page.hpp"

#include <sievarr/base/closest.hpp>
#include <sievarr/base/text.hpp>

#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

using os::Exit;

/// A command together with the parser of its options.
struct Declared {
  CLI::App* parser;
  std::unique_ptr<Command> command;
};

/// The parser of the command that a name of several words leads to, made where it is missing.
CLI::App& parser_below(CLI::App& root, std::string_view name, std::string_view summary) {
  auto const space = name.rfind(' ');
  if (space == std::string_view::npos)
    return *root.add_subcommand(std::string{name}, std::string{summary});
  auto& above = *root.get_subcommand(std::string{name.substr(0, space)});
  return *above.add_subcommand(std::string{name.substr(space + 1)}, std::string{summary});
}

std::vector<Declared> declare_all(CLI::App& root) {
  std::vector<Declared> declared;
  for (auto const& entry : commands()) {
    auto& parser = parser_below(root, entry.name, entry.summary);
    // One command below: another word that names a command is an argument of this one.
    parser.require_subcommand(0, 1);
    parser.set_help_flag("-h,--help", "print the manual of this command");
    if (!entry.make) continue;
    declared.push_back({&parser, entry.make()});
    declared.back().command->declare(parser);
  }
  return declared;
}

/// The deepest command that the arguments have named.
CLI::App const& chosen(CLI::App const& root) {
  auto const below = root.get_subcommands();
  return below.empty() ? root : chosen(*below.front());
}

/// What could have stood where something unknown stands.
std::vector<std::string> possible(CLI::App const& parser, std::string const& word) {
  std::vector<std::string> names;
  if (word.starts_with('-')) {
    for (auto const* option : parser.get_options())
      for (auto const& name : option->get_lnames()) names.push_back("--" + name);
  } else {
    for (auto const* below : parser.get_subcommands({})) names.push_back(below->get_name());
  }
  return names;
}

std::string see(CLI::App const& parser) {
  auto const name = full_name(parser);
  return "see: sievarr help" + (name.empty() ? "" : " " + name);
}

Failure unexpected(CLI::App const& parser, std::string const& word) {
  auto const names = possible(parser, word);
  std::vector<std::string_view> const views(names.begin(), names.end());
  bool const option = word.starts_with('-');
  bool const command = !option && !names.empty();
  std::string text = option ? "unknown option " : command ? "unknown command " : "did not expect ";
  text += quoted(word);
  if (auto const near = closest(word, views)) text += ", did you mean " + quoted(*near) + "?";
  return {.text = std::move(text), .hint = see(parser)};
}

Failure misused(CLI::App const& root, CLI::ParseError const& error) {
  auto const& parser = chosen(root);
  if (auto const extras = root.remaining(true); !extras.empty())
    return unexpected(parser, extras.front());
  return {.text = error.what(), .hint = see(parser)};
}

Exit run_chosen(CLI::App const& root, std::span<Declared const> declared, Console& console) {
  auto const& parser = chosen(root);
  for (auto const& each : declared)
    if (each.parser == &parser) return each.command->run(console);
  auto const name = full_name(parser);
  complain(console,
           {.text = name.empty() ? "a command is missing" : quoted(name) + " needs one more word",
            .hint = see(parser)});
  return Exit::misused;
}

}  // namespace

void complain(Console& console, Failure const& failure) {
  console.error << "sievarr: " << failure.text << '\n';
  if (!failure.hint.empty()) console.error << "  " << failure.hint << '\n';
}

Exit run(std::span<std::string const> arguments, Console& console) {
  CLI::App root{"decides what enters a media library, and proves the decision before it is made"};
  root.name("sievarr");
  root.require_subcommand(0, 1);
  root.set_help_flag("-h,--help", "print the manual");
  root.set_version_flag("--version", "", "print the version");
  auto const declared = declare_all(root);
  try {
    root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (CLI::CallForVersion const&) {
    return make_version()->run(console);
  } catch (CLI::Success const&) {
    console.out << page(chosen(root));
    return Exit::fine;
  } catch (CLI::ParseError const& error) {
    complain(console, misused(root, error));
    return Exit::misused;
  }
  return run_chosen(root, declared, console);
}

}  // namespace sievarr::cli

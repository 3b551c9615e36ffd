#include "parser.hpp"

#include <sievarr/base/closest.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <CLI/CLI.hpp>

#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::cli {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
// clang 14 does not find it by itself.
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// Names as the parser wants them: -c,--config.
std::string names_of(Option const& option) {
  return option.letter.empty() ? option.name : option.letter + "," + option.name;
}

/// An option for a number; what is none has not passed its check.
template <class Number>
CLI::Option* add_number(CLI::App& parser, Option const& option, Number* number) {
  auto const take = [number](std::string const& word) {
    if (auto const read = to_integer(word)) *number = static_cast<std::size_t>(*read);
  };
  return parser.add_option_function<std::string>(names_of(option), take, option.meaning);
}

CLI::Option* add(CLI::App& parser, Option const& option) {
  auto const names = names_of(option);
  auto const& meaning = option.meaning;
  return std::visit(Overloaded{
                        [&](std::monostate) {
                          return option.name == "--version"
                                     ? parser.set_version_flag(names, "", meaning)
                                     : parser.set_help_flag(names, meaning);
                        },
                        [&](bool* flag) { return parser.add_flag(names, *flag, meaning); },
                        [&](std::string* word) { return parser.add_option(names, *word, meaning); },
                        [&](std::vector<std::string>* words) {
                          auto* const made = parser.add_option(names, *words, meaning);
                          return is_argument(option) ? made : made->allow_extra_args(false);
                        },
                        [&](auto* number) { return add_number(parser, option, number); },
                    },
                    option.into);
}

/// Makes a parser understand a command, but for those below it.
void teach(CLI::App& parser, Syntax const& syntax) {
  // One command below: another word that names a command is an argument of this one.
  parser.require_subcommand(0, 1);
  for (auto const& option : syntax.options) {
    auto* const made = add(parser, option);
    if (!option.takes.empty()) made->type_name(option.takes);
    if (option.check) made->check(option.check);
    if (option.listed) made->delimiter(',');
    made->required(option.required);
    if (!option.instead_of.empty()) made->excludes(parser.get_option(option.instead_of));
  }
}

void teach_all(CLI::App& parser, Syntax const& syntax) {
  teach(parser, syntax);
  for (auto const& below : syntax.below)
    teach_all(*parser.add_subcommand(below.name, below.summary), below);
}

/// The deepest command that the arguments have named.
Syntax const& chosen(CLI::App const& parser, Syntax const& syntax) {
  auto const named = parser.get_subcommands();
  auto const* const below = named.empty() ? nullptr : find_below(syntax, named.front()->get_name());
  return below ? chosen(*named.front(), *below) : syntax;
}

/// What could have stood where something unknown stands.
std::vector<std::string_view> possible(Syntax const& syntax, std::string_view word) {
  std::vector<std::string_view> names;
  if (word.starts_with('-')) {
    for (auto const& option : syntax.options)
      if (!is_argument(option)) names.push_back(option.name);
  } else {
    for (auto const& below : syntax.below) names.push_back(below.name);
  }
  return names;
}

Failure unexpected(Syntax const& syntax, std::string const& word) {
  auto const names = possible(syntax, word);
  bool const option = word.starts_with('-');
  // A command that can do something itself has more than its manual.
  bool const is_group = !syntax.below.empty() && syntax.options.size() <= 1;
  if (option && is_group && syntax.above != nullptr) {
    std::vector<std::string> below;
    for (auto const& each : syntax.below) below.push_back(each.name);
    return {.text = quoted(full_name(syntax)) + " needs one more word before " + quoted(word) +
                    ": " + listed(below, "or"),
            .hint = see(syntax)};
  }
  bool const command = !option && !names.empty();
  std::string text = option ? "unknown option " : command ? "unknown command " : "did not expect ";
  text += quoted(word);
  if (auto const near = closest(word, names)) text += ", did you mean " + quoted(*near) + "?";
  return {.text = std::move(text), .hint = see(syntax)};
}

/// What an option takes, for who has forgotten it.
std::string wanted_by(Syntax const& syntax, std::string_view name) {
  for (auto const& option : syntax.options)
    if (option.name == name) return ": " + option.takes;
  return "";
}

/// A refusal of the library in our words. Its own begin with the option, or end with the value.
std::string misuse(Syntax const& syntax, CLI::ParseError const& error) {
  std::string const said = error.what();
  auto const first = said.substr(0, said.find_first_of(": "));
  auto const last = said.substr(said.rfind(' ') + 1);
  auto const kind = error.get_name();
  if (kind == "RequiredError") return first + " is missing";
  if (kind == "ExcludesError") return first + " and " + last + " do not go together";
  if (kind == "ConversionError") return "an option that takes no value got one: " + quoted(last);
  if (kind != "ArgumentMismatch") return said;
  return last == "missing" ? first + " needs a value" + wanted_by(syntax, first)
                           : first + " may be given only once";
}

}  // namespace

std::string see(Syntax const& syntax) {
  auto const name = full_name(syntax);
  return "see: sievarr help" + (name.empty() ? "" : " " + name);
}

Outcome<Request> parse(Syntax const& program, std::span<std::string const> arguments) {
  CLI::App parser{program.summary};
  parser.name(program.name);
  teach_all(parser, program);
  auto kind = Request::Kind::command;
  try {
    parser.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (CLI::CallForVersion const&) {
    kind = Request::Kind::version;
  } catch (CLI::Success const&) {
    kind = Request::Kind::manual;
  } catch (CLI::ParseError const& error) {
    auto const& command = chosen(parser, program);
    if (auto const extras = parser.remaining(true); !extras.empty())
      return unexpected(command, extras.front());
    return Failure{.text = misuse(command, error), .hint = see(command)};
  }
  return Request{kind, &chosen(parser, program)};
}

}  // namespace sievarr::cli

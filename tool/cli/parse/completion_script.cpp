#include "completion_script.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

/// Calls visit for a command and all commands below it.
template <class Visit>
void for_each_command(Syntax const& syntax, Visit const& visit) {
  visit(syntax);
  for (auto const& below : syntax.below) for_each_command(below, visit);
}

/// Text within single quotes of a shell.
std::string in_quotes(std::string_view text) {
  std::string quote = "'";
  for (char const letter : text) {
    if (letter == '\'')
      quote += "'\\''";
    else
      quote += letter;
  }
  return quote + "'";
}

/// The words that an option takes, where there are only so many: from text|json.
std::string words_of(Option const& option) {
  auto words = option.takes;
  if (words.find('|') == std::string::npos) return "";
  std::replace(words.begin(), words.end(), '|', ' ');
  return words;
}

/// Lines of a shell's case that follow the words of the command line: where and word give the next
/// place. Words that are no command change nothing.
std::string steps(Syntax const& program) {
  std::string text;
  for_each_command(program, [&](Syntax const& syntax) {
    auto const name = full_name(syntax);
    if (name.empty()) return;
    auto const space = name.rfind(' ');
    auto const above = space == std::string::npos ? "" : name.substr(0, space);
    auto const own = space == std::string::npos ? name : name.substr(space + 1);
    text += "      " + in_quotes(above + "/" + own) + ") where=" + in_quotes(name) + " ;;\n";
  });
  return text;
}

/// Lines of a shell's case that do something with the words that the option before takes.
template <class Action>
std::string values(Syntax const& program, Action const& action) {
  std::string text;
  for_each_command(program, [&](Syntax const& syntax) {
    for (auto const& option : syntax.options) {
      auto const offered = words_of(option);
      if (offered.empty() || is_argument(option)) continue;
      text += "    " + in_quotes(full_name(syntax) + "/" + option.name) + ") " + action(offered) +
              " ;;\n";
    }
  });
  return text;
}

/// A name and what it means as a word of zsh.
std::string row(std::string_view name, std::string_view meaning) {
  std::string plain{name};
  plain.append(":").append(meaning);
  return " " + in_quotes(plain);
}

}  // namespace

std::string bash_completion(Syntax const& program) {
  std::string places;
  for_each_command(program, [&](Syntax const& syntax) {
    std::string words;
    for (auto const& below : syntax.below) words += below.name + " ";
    for (auto const& option : syntax.options)
      if (!is_argument(option)) words += option.name + " ";
    places += "    " + in_quotes(full_name(syntax)) + ") all=" + in_quotes(words) + " ;;\n";
  });
  return "# Completion of sievarr for bash; load it with: source <(sievarr completion bash)\n"
         "_sievarr() {\n"
         "  local word where='' all='' current=${COMP_WORDS[COMP_CWORD]}\n"
         "  local before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \"$where/$word\" in\n" +
         steps(program) +
         "    esac\n"
         "  done\n"
         "  case \"$where\" in\n" +
         places +
         "  esac\n"
         "  case \"$where/$before\" in\n" +
         values(program, [](std::string const& words) { return "all=" + in_quotes(words); }) +
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$all\" -- \"$current\")\n"
         "  [ ${#COMPREPLY[@]} -gt 0 ] ||\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
         "}\n"
         "complete -o filenames -F _sievarr sievarr\n";
}

std::string zsh_completion(Syntax const& program) {
  std::string places;
  for_each_command(program, [&](Syntax const& syntax) {
    std::string commands;
    std::string options;
    for (auto const& below : syntax.below) commands += row(below.name, below.summary);
    for (auto const& option : syntax.options)
      if (!is_argument(option)) options += row(option.name, option.meaning);
    places += "    " + in_quotes(full_name(syntax)) + ") commands=(" + commands + " ) options=(" +
              options + " ) ;;\n";
  });
  return "#compdef sievarr\n"
         "# Completion of sievarr for zsh; load it with: source <(sievarr completion zsh)\n"
         "_sievarr() {\n"
         "  local word where=''\n"
         "  local -a commands options\n"
         "  for word in ${words[2,CURRENT-1]}; do\n"
         "    case \"$where/$word\" in\n" +
         steps(program) +
         "    esac\n"
         "  done\n"
         "  case \"$where/${words[CURRENT-1]}\" in\n" +
         values(program,
                [](std::string const& words) { return "compadd -- " + words + "; return"; }) +
         "  esac\n"
         "  case \"$where\" in\n" +
         places +
         "  esac\n"
         "  (( $#commands )) && _describe -t commands command commands\n"
         "  _describe -o option options\n"
         "  (( $#commands )) || _files\n"
         "}\n"
         "compdef _sievarr sievarr\n";
}

std::string fish_completion(Syntax const& program) {
  std::string text =
      "# Completion of sievarr for fish; load it with: sievarr completion fish | source\n"
      "function __sievarr_at\n"
      "  set -l where ''\n"
      "  for word in (commandline -opc)[2..]\n"
      "    switch \"$where/$word\"\n";
  for_each_command(program, [&](Syntax const& syntax) {
    auto const name = full_name(syntax);
    if (name.empty()) return;
    auto const space = name.rfind(' ');
    auto const above = space == std::string::npos ? "" : name.substr(0, space);
    auto const own = space == std::string::npos ? name : name.substr(space + 1);
    text += "      case " + in_quotes(above + "/" + own) + "\n        set where " +
            in_quotes(name) + "\n";
  });
  text += "    end\n  end\n  test \"$where\" = \"$argv[1]\"\nend\n";
  for_each_command(program, [&](Syntax const& syntax) {
    auto const name = full_name(syntax);
    auto const start = "complete -c sievarr -n \"__sievarr_at '" + name + "'\"";
    for (auto const& below : syntax.below)
      text += start + " -f -a " + below.name + " -d " + in_quotes(below.summary) + "\n";
    for (auto const& option : syntax.options) {
      if (is_argument(option)) continue;
      auto const words = words_of(option);
      text += start + " -l " + option.name.substr(2);
      if (!words.empty()) text += " -x -a " + in_quotes(words);
      if (words.empty() && takes_words(option)) text += " -r";
      text += " -d " + in_quotes(option.meaning) + "\n";
    }
  });
  return text;
}

}  // namespace sievarr::cli

#include "page.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sievarr::cli {
namespace {

constexpr std::size_t page_width = 80;

/// Text in lines that fit, each behind so many spaces; its own line breaks stay.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::string line;
  auto const flush = [&] {
    if (!line.empty()) out.append(indent, ' ').append(line);
    out += '\n';
    line.clear();
  };
  while (!text.empty()) {
    auto const end = std::min(text.find_first_of(" \n"), text.size());
    auto const word = text.substr(0, end);
    if (!line.empty() && indent + line.size() + 1 + word.size() > page_width) flush();
    if (!word.empty()) line.append(line.empty() ? "" : " ").append(word);
    if (end < text.size() && text[end] == '\n') flush();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!line.empty()) flush();
  return out;
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    if (end > 0) out.append("  ").append(text.substr(0, end));
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// -f,--format FORMAT
std::string spelled(Option const& option) {
  auto text = option.letter.empty() ? option.name : option.letter + ", " + option.name;
  if (!option.takes.empty()) text.append(" ").append(option.takes);
  return text;
}

/// What stands in the place of an argument.
std::string const& place_of(Option const& option) {
  return option.takes.empty() ? option.name : option.takes;
}

std::string synopsis(Syntax const& syntax) {
  std::string text = "sievarr";
  if (auto const name = full_name(syntax); !name.empty()) text.append(" ").append(name);
  if (!syntax.below.empty()) text += " COMMAND";
  bool options = false;
  std::string words;
  for (auto const& option : syntax.options) {
    options = options || !is_argument(option);
    if (!is_argument(option)) continue;
    auto const word = place_of(option) + (is_repeatable(option) ? "..." : "");
    words.append(" ").append(option.required ? word : "[" + word + "]");
  }
  return text + (options ? " [OPTIONS]" : "") + words;
}

/// The commands below one, those of a group below its heading.
std::string commands_of(Syntax const& syntax) {
  std::size_t column = 0;
  for (auto const& below : syntax.below) column = std::max(column, below.name.size());
  std::string text;
  std::string_view group;
  for (auto const& below : syntax.below) {
    if (text.empty() || below.group != group) {
      group = below.group;
      text.append("\n").append(group.empty() ? "COMMANDS" : group).append("\n");
    }
    text.append("  ")
        .append(below.name)
        .append(column + 2 - below.name.size(), ' ')
        .append(below.summary + "\n");
  }
  return text;
}

std::string options_of(Syntax const& syntax) {
  std::string text;
  for (auto const& option : syntax.options) {
    text.append("  ").append(is_argument(option) ? place_of(option) : spelled(option));
    text.append("\n").append(wrapped(option.meaning, 6));
  }
  return text;
}

constexpr std::string_view exit_codes =
    "  0    fine\n"
    "  1    something was found, or refused\n"
    "  2    wrong arguments, or something that cannot be read\n"
    "  3    the storage needs a person\n"
    "  4    only warnings, under --strict\n"
    "  130  interrupted\n";

constexpr std::string_view read_on =
    "  sievarr help COMMAND, for its options and examples\n"
    "  sievarr help config keys, for all that a config can say\n"
    "  docs/guide.md, docs/filters.md and docs/operations.md, beside the sources\n";

}  // namespace

std::string page(Syntax const& syntax) {
  auto const name = full_name(syntax);
  std::string text = "NAME\n";
  text += wrapped((name.empty() ? "sievarr" : "sievarr " + name) + " - " + syntax.summary, 2);
  text += "\nSYNOPSIS\n  " + synopsis(syntax) + "\n";
  text += commands_of(syntax);
  text += "\nOPTIONS\n" + options_of(syntax);
  text.append("\nEXIT STATUS\n").append(exit_codes);
  if (!syntax.examples.empty()) text += "\nEXAMPLES\n" + indented(syntax.examples);
  if (!syntax.above) text.append("\nSEE\n").append(read_on);
  return text;
}

}  // namespace sievarr::cli

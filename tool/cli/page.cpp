#include "cli/page.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

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

bool takes_value(CLI::Option const& option) { return option.get_items_expected_max() > 0; }

/// -f,--format FORMAT
std::string spelled(CLI::Option const& option) {
  std::string text;
  for (auto const& name : option.get_snames()) text.append(text.empty() ? "-" : ", -").append(name);
  for (auto const& name : option.get_lnames())
    text.append(text.empty() ? "--" : ", --").append(name);
  if (takes_value(option)) text.append(" ").append(option.get_type_name());
  return text;
}

std::string synopsis(CLI::App const& parser) {
  std::string text = "sievarr";
  if (auto const name = full_name(parser); !name.empty()) text.append(" ").append(name);
  if (!parser.get_subcommands({}).empty()) text += " COMMAND";
  bool options = false;
  std::string words;
  for (auto const* option : parser.get_options()) {
    options = options || !option->get_positional();
    if (!option->get_positional()) continue;
    auto word = option->get_type_name();
    if (option->get_items_expected_max() > 1) word += "...";
    words.append(" ").append(option->get_required() ? word : "[" + word + "]");
  }
  return text + (options ? " [OPTIONS]" : "") + words;
}

std::string commands_of(CLI::App const& parser, std::string const& above) {
  std::vector<std::pair<std::string, std::string>> rows;
  std::size_t column = 0;
  for (auto const* below : parser.get_subcommands({})) {
    auto const name = above + below->get_name();
    rows.emplace_back(name, below->get_description());
    column = std::max(column, name.size());
  }
  std::string text;
  for (auto const& [name, summary] : rows)
    text.append("  ").append(name).append(column + 2 - name.size(), ' ').append(summary + "\n");
  return text;
}

std::string options_of(CLI::App const& parser) {
  std::string text;
  for (auto const* option : parser.get_options()) {
    text.append("  ");
    text.append(option->get_positional() ? option->get_type_name() : spelled(*option));
    text.append("\n").append(wrapped(option->get_description(), 6));
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

}  // namespace

std::string full_name(CLI::App const& parser) {
  auto const* const above = parser.get_parent();
  if (!above) return "";
  auto const before = full_name(*above);
  return before.empty() ? parser.get_name() : before + " " + parser.get_name();
}

std::string page(CLI::App const& parser) {
  auto const name = full_name(parser);
  std::string text = "NAME\n";
  text +=
      wrapped((name.empty() ? "sievarr" : "sievarr " + name) + " - " + parser.get_description(), 2);
  text += "\nSYNOPSIS\n  " + synopsis(parser) + "\n";
  if (auto const below = commands_of(parser, ""); !below.empty()) text += "\nCOMMANDS\n" + below;
  text += "\nOPTIONS\n" + options_of(parser);
  text.append("\nEXIT STATUS\n").append(exit_codes);
  if (!parser.get_footer().empty()) text += "\nEXAMPLES\n" + indented(parser.get_footer());
  return text;
}

}  // namespace sievarr::cli

#include "tree.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

/// Words that people are shown stand beside the types in the core, and nowhere a second time.
namespace sievarr::tidy {
namespace {

namespace fs = std::filesystem;

/// The table of words, as the page has it: the enumerators of each type, and all labels.
struct WordTable {
  std::vector<std::set<std::string>> enumerators = {};
  std::set<std::string> labels = {};
};

WordTable read_words() {
  WordTable table;
  std::regex const key("^  ([a-z_]+): \\{$");
  std::regex const label("(?:text|several): \"([^\"]+)\"");
  for (auto const& line :
       read_source("", read_text(root_folder() + "/docs/reference/words.ts")).lines) {
    std::smatch found;
    if (line.starts_with("export const")) table.enumerators.emplace_back();
    if (std::regex_search(line, found, key)) table.enumerators.back().insert(found[1]);
    for (std::sregex_iterator at(line.begin(), line.end(), label), end; at != end; ++at)
      table.labels.insert((*at)[1]);
  }
  return table;
}

/// The files below a folder that end in one of some ways, by their paths.
std::map<std::string, std::string> files_below(std::string const& folder, std::regex const& name) {
  std::map<std::string, std::string> files;
  for (auto const& entry : fs::recursive_directory_iterator(root_folder() + "/" + folder)) {
    auto const path = entry.path().lexically_relative(root_folder()).string();
    if (entry.is_regular_file() && std::regex_search(path, name))
      files.emplace(path, read_text(entry.path().string()));
  }
  return files;
}

/// Whether a text of TypeScript says in its own words what two words of one type mean.
bool lists_again(std::string const& text, std::set<std::string> const& enumerators) {
  std::size_t count = 0;
  for (auto const& each : enumerators)
    if (std::regex_search(text, std::regex("[{,\\s]" + each + ": ['\"]"))) ++count;
  return count >= 2;
}

std::string second_lists(std::map<std::string, std::string> const& files, WordTable const& table) {
  std::string lines;
  for (auto const& [path, text] : files)
    for (auto const& enumerators : table.enumerators)
      if (lists_again(text, enumerators)) lines += path + "\n";
  return lines;
}

/// The labels of several words that stand as a whole in quotes.
std::string second_labels(std::map<std::string, std::string> const& files, WordTable const& table) {
  std::string lines;
  for (auto const& [path, text] : files)
    for (auto const& label : table.labels)
      if (label.find(' ') != std::string::npos)
        for (auto const* const quote : {"'", "\""})
          if (text.find(quote + label + quote) != std::string::npos)
            lines += path + ": " + label + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a second list of words is found, in the page and in the terminal") {
  auto const table = read_words();
  REQUIRE(table.enumerators.size() >= 7);
  REQUIRE(table.labels.size() >= 30);
  CHECK(second_lists({{"a.ts", "const names = { add: 'add', no_tvdb: 'no TVDB id' };"}}, table) ==
        "a.ts\n");
  CHECK(second_lists({{"a.ts", "const only = { review: 'later' };"}}, table).empty());
  CHECK(second_labels({{"a.cpp", "return \"there already\";"}}, table) == "a.cpp: there already\n");
}

TEST_CASE("no word that people are shown is written a second time") {
  auto const table = read_words();
  CHECK(second_lists(files_below("wasm/web/src", std::regex("\\.(ts|svelte)$")), table) == "");
  CHECK(second_labels(files_below("wasm/web/src", std::regex("\\.(ts|svelte)$")), table) == "");
  CHECK(second_labels(files_below("tool", std::regex("\\.(cpp|hpp)$")), table) == "");
}

}  // namespace sievarr::tidy

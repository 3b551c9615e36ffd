#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::cli {

/// One option or argument of a command: how it is written, what it means, and where its words go.
struct Option {
  /// What is wrong with a word; nothing where it is fine.
  using Check = std::function<std::string(std::string const&)>;
  /// A flag sets a bool, an option may come once or, into a list, several times. What goes nowhere
  /// asks for the manual or the version.
  using Target = std::variant<std::monostate, bool*, std::string*, std::vector<std::string>*,
                              std::size_t*, std::optional<std::size_t>*>;

  std::string name;         ///< "--config"; without dashes it is an argument, by its place.
  std::string letter = {};  ///< "-c" for short.
  std::string takes = {};   ///< A word for what an option takes, FILE; or all of them, text|json.
  std::string meaning = {};
  Target into = {};
  Check check = {};
  bool required = false;
  bool listed = false;          ///< A word may be several, with commas between them.
  std::string instead_of = {};  ///< The option or argument that it cannot stand beside.
};

/// What may be said after a command: its options and the commands below it. The parser, the manual
/// and the completion of shells are made from it.
struct Syntax {
  std::string name;     ///< One word.
  std::string summary;  ///< What it does, in one line.
  std::vector<Option> options = {};
  std::string examples = {};  ///< A line each.
  std::string group = {};     ///< The heading below which help lists it.
  Syntax const* above = nullptr;
  std::list<Syntax> below = {};

  void add(Option option) { options.push_back(std::move(option)); }
};

/// The words that lead to a command: "config show"; empty for the program itself.
std::string full_name(Syntax const& syntax);

/// The command of that name right below another; null where there is none.
Syntax const* find_below(Syntax const& syntax, std::string_view name);

bool is_argument(Option const& option);
bool takes_words(Option const& option);
/// Whether it may be given several times.
bool is_repeatable(Option const& option);

}  // namespace sievarr::cli

#include "blocks.hpp"
#include "checks.hpp"

#include <algorithm>
#include <array>

namespace sievarr::tidy {
namespace {

constexpr std::size_t longest_function = 70;
constexpr std::size_t long_function = 40;

/// The lines of a function, without the texts that a test writes into it.
std::size_t length_of(Source const& source, Statement const& statement) {
  std::size_t lines = 0;
  for (std::size_t line = statement.first; line <= statement.last; ++line) {
    if (!is_raw_string(source, line - 1)) ++lines;
  }
  return lines;
}

bool has_word(std::string const& text, std::string_view word) {
  return find_word(text, word) != std::string::npos;
}

/// A declaration of something that is neither a variable nor anything that holds one.
bool declares_no_variable(std::string const& text) {
  static constexpr std::array others{"using",         "typedef",  "friend", "namespace",
                                     "struct",        "class",    "union",  "enum",
                                     "concept",       "template", "extern", "return",
                                     "static_assert", "requires", "goto",   "operator"};
  return std::any_of(others.begin(), others.end(),
                     [&](std::string_view word) { return has_word(text, word); });
}

/// Whether a variable that anybody may change outlives the call: a global, a static one.
bool is_mutable_global(Statement const& statement) {
  auto const& text = statement.text;
  if (statement.opens != Scope::inside || declares_no_variable(text)) return false;
  if (has_word(text, "const") || has_word(text, "constexpr") || has_word(text, "consteval")) {
    return false;
  }
  if (statement.scope != Scope::outside) {
    bool const is_call = text.find('(') < text.find('=');
    return has_word(text, "static") && (statement.scope != Scope::type || !is_call);
  }
  bool const is_function = text.find('(') != std::string::npos && text.find('(') < text.find('=');
  // At least a type and a name.
  return !is_function && text.find(' ') != std::string::npos;
}

/// The words of a function before its parameters.
std::string name_of(Statement const& statement) {
  return statement.text.substr(0, statement.text.find('('));
}

}  // namespace

Findings check_statements(Source const& source) {
  Findings findings;
  for (auto const& statement : statements_of(source)) {
    if (statement.opens == Scope::function && length_of(source, statement) > longest_function) {
      findings.push_back(
          {source.path, statement.first,
           "a function has at most 70 lines, got " + std::to_string(length_of(source, statement))});
    }
    if (statement.opens == Scope::function && has_word(name_of(statement), "throw")) continue;
    if (source.path.starts_with("include/") && is_mutable_global(statement)) {
      findings.push_back(
          {source.path, statement.first, "the core has no variables that outlive a call"});
    }
  }
  return findings;
}

std::vector<std::string> remarks(std::vector<Source> const& sources) {
  std::vector<std::size_t> headers;
  std::size_t functions = 0;
  std::string longest;
  for (auto const& source : sources) {
    if (source.path.starts_with("tests/")) continue;
    if (is_header(source)) headers.push_back(source.lines.size());
    for (auto const& statement : statements_of(source)) {
      if (statement.opens != Scope::function || length_of(source, statement) <= long_function)
        continue;
      ++functions;
      longest += " " + source.path + ":" + std::to_string(statement.first);
    }
  }
  std::vector<std::string> said;
  if (!headers.empty()) {
    auto const middle = headers.begin() + static_cast<std::ptrdiff_t>(headers.size() / 2);
    std::nth_element(headers.begin(), middle, headers.end());
    said.push_back(std::to_string(headers.size()) + " headers, median " + std::to_string(*middle) +
                   " lines, longest " +
                   std::to_string(*std::max_element(headers.begin(), headers.end())));
  }
  said.push_back(std::to_string(functions) + " functions above 40 lines" + longest);
  return said;
}

}  // namespace sievarr::tidy

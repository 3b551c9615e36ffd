#include "checks.hpp"

#include <algorithm>
#include <array>

namespace sievarr::tidy {
namespace {

/// The names of the types that a line of code introduces.
std::vector<std::string> types_named_in(std::string const& code) {
  static constexpr std::array introducers{"struct", "class", "union", "enum", "using", "concept"};
  std::vector<std::string> names;
  for (std::string_view const word : introducers) {
    for (auto at = find_word(code, word); at != std::string::npos;
         at = find_word(code, word, at + 1)) {
      auto const start = code.find_first_not_of(' ', at + word.size());
      if (start == std::string::npos) continue;
      auto end = start;
      while (end < code.size() && is_word_character(code[end])) ++end;
      names.push_back(code.substr(start, end - start));
    }
  }
  return names;
}

bool is_refused(Ban const& ban, std::string const& name) {
  return std::any_of(ban.words.begin(), ban.words.end(),
                     [&](std::string const& word) { return name.ends_with(word); });
}

std::string said(std::string const& what, Ban const& ban) { return what + ": " + ban.why; }

Findings check_includes(Source const& source, Ban const& ban) {
  Findings findings;
  for (auto const& include : source.includes) {
    if (std::find(ban.words.begin(), ban.words.end(), include.name) == ban.words.end()) continue;
    findings.push_back({source.path, include.line, said("<" + include.name + ">", ban)});
  }
  return findings;
}

Findings check_words(Source const& source, Ban const& ban) {
  Findings findings;
  auto const& lines = ban.kind == Ban::Kind::text ? source.lines : source.code;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (auto const& word : ban.words) {
      if (find_word(lines[line], word) == std::string::npos) continue;
      findings.push_back({source.path, line + 1, said(word, ban)});
    }
  }
  return findings;
}

Findings check_names(Source const& source, Ban const& ban) {
  Findings findings;
  for (std::size_t line = 0; line < source.code.size(); ++line) {
    for (auto const& name : types_named_in(source.code[line])) {
      if (is_refused(ban, name)) findings.push_back({source.path, line + 1, said(name, ban)});
    }
  }
  return findings;
}

}  // namespace

Findings check_bans(Source const& source, Rules const& rules) {
  Findings findings;
  for (auto const& ban : rules.bans) {
    if (ban.where != "*" && !source.path.starts_with(ban.where)) continue;
    switch (ban.kind) {
      case Ban::Kind::include: append(findings, check_includes(source, ban)); break;
      case Ban::Kind::word:
      case Ban::Kind::text: append(findings, check_words(source, ban)); break;
      case Ban::Kind::name: append(findings, check_names(source, ban)); break;
    }
  }
  return findings;
}

}  // namespace sievarr::tidy

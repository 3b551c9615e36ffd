#include "output.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::cli {

OutputOption::OutputOption(std::vector<Format> offered) : offered_(std::move(offered)) {}

void OutputOption::declare(Syntax& syntax) {
  using FormatWord = reflect::ScalarOf<Format>;
  std::vector<std::string> words;
  for (auto const format : offered_) words.push_back(FormatWord::text(format));
  std::string joined;
  for (auto const& word : words) joined.append(joined.empty() ? "" : "|").append(word);
  auto const check = [words](std::string const& word) {
    bool const known = std::any_of(words.begin(), words.end(), [&](std::string const& each) {
      return reflect::same_name(each, word);
    });
    return known ? "" : "expected " + listed(words, "or") + ", got " + quoted(word);
  };
  syntax.add({.name = "--format",
              .takes = joined,
              .meaning = "how to write; " + words.front() + " when nothing is said",
              .into = &word_,
              .check = check});
  if (std::find(offered_.begin(), offered_.end(), Format::json) == offered_.end()) return;
  syntax.add({.name = "--json", .meaning = "the same as --format json", .into = &json_});
}

Format OutputOption::format() const {
  if (json_) return Format::json;
  auto const format = reflect::ScalarOf<Format>::read(word_);
  return format ? *format : offered_.front();
}

}  // namespace sievarr::cli

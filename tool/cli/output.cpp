#include "cli/output.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::cli {

OutputOption::OutputOption(std::vector<Format> offered)
    : offered_(std::move(offered)), format_(offered_.front()) {}

void OutputOption::declare(CLI::App& parser) {
  using Word = reflect::ScalarOf<Format>;
  std::vector<std::string> words;
  for (auto const format : offered_) words.push_back(Word::text(format));
  std::string joined;
  for (auto const& word : words) joined.append(joined.empty() ? "" : "|").append(word);
  auto const check = [words](std::string const& word) {
    bool const known = std::any_of(words.begin(), words.end(), [&](std::string const& each) {
      return reflect::same_name(each, word);
    });
    return known ? "" : "expected " + listed(words, "or") + ", got " + quoted(word);
  };
  auto const take = [this](std::string const& word) {
    if (auto const format = Word::read(word)) format_ = *format;
  };
  parser
      .add_option_function<std::string>("--format", take,
                                        "how to write; " + words.front() + " when nothing is said")
      ->check(check)
      ->type_name(joined);
  if (std::find(offered_.begin(), offered_.end(), Format::json) == offered_.end()) return;
  parser.add_flag_callback(
      "--json", [this] { format_ = Format::json; }, "the same as --format json");
}

}  // namespace sievarr::cli

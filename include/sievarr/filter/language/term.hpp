#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/shape.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::filter {

/// A word that a show may have. Case and white space around it do not count.
class Term {
 public:
  static constexpr reflect::Shape shape{.expected = "a word", .example = "Drama"};

  Term() = default;
  explicit Term(std::string_view written) : written_(trimmed(written)), folded_(fold(written_)) {}

  static Result<Term, Misfit> read(std::string_view text) {
    Term term{text};
    if (term.written_.empty()) return Misfit{"empty-value", "expected a word, got nothing"};
    return term;
  }

  std::string const& text() const { return written_; }
  std::string const& canonical() const { return folded_; }

  bool operator==(Term const& other) const { return folded_ == other.folded_; }

 private:
  std::string written_;
  std::string folded_;
};

}  // namespace sievarr::filter

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/filter/language/answer.hpp>
#include <sievarr/filter/language/criterion.hpp>
#include <sievarr/filter/language/selection.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// Words that a show may, must and must not have, all folded.
struct Words {
  std::vector<Term> any;
  std::vector<Term> all;
  std::vector<Term> none;
};

/// Days from one to another; relative ones are resolved.
struct Window {
  std::optional<Date> after;
  std::optional<Date> before;
};

struct Span {
  std::optional<double> min;
  std::optional<double> max;
};

struct Titles {
  std::vector<value::Pattern> any;
  std::vector<value::Pattern> none;
};

struct Line;

/// A condition with conditions below it. A leaf of `where` is a tree of kind `all` over its lines.
struct Tree {
  enum class Kind : std::uint8_t { any, all, not_ };

  Kind kind = Kind::all;
  std::vector<Line> branches;
};

/// One line of a rule, ready to be asked, and where it was written.
struct Line {
  Criterion criterion = Criterion::genres;
  std::variant<Words, Window, Span, Titles, Tree> test;
  UnknownPolicy unknown = UnknownPolicy::deny;  ///< Only the lines of a selection have one.
  std::string path;
  Place place;
};

/// The words of a show under one heading. It may be known to have none.
struct Known {
  std::vector<std::string> words;  ///< Folded.
  bool known = true;
};

inline bool has(std::span<std::string const> words, Term const& term) {
  return std::find(words.begin(), words.end(), term.canonical()) != words.end();
}

inline Answer ask(Words const& wanted, Known const& known) {
  if (!known.known) return Answer::unknown;
  auto const among = [&](Term const& term) { return has(known.words, term); };
  auto const& [any, all, none] = wanted;
  return answer_of((any.empty() || std::any_of(any.begin(), any.end(), among)) &&
                   std::all_of(all.begin(), all.end(), among) &&
                   std::none_of(none.begin(), none.end(), among));
}

inline Answer ask(Window const& window, Date day) {
  return answer_of((!window.after || *window.after <= day) &&
                   (!window.before || day <= *window.before));
}

inline Answer ask(Span const& span, double number) {
  return answer_of((!span.min || *span.min <= number) && (!span.max || number <= *span.max));
}

/// An absent number or day is unknown.
template <class Test, class Value>
Answer ask(Test const& test, std::optional<Value> const& value) {
  return value ? ask(test, *value) : Answer::unknown;
}

inline Answer ask(Titles const& titles, std::string_view folded) {
  auto const matches = [&](value::Pattern const& pattern) { return pattern.matches(folded); };
  return answer_of(
      (titles.any.empty() || std::any_of(titles.any.begin(), titles.any.end(), matches)) &&
      std::none_of(titles.none.begin(), titles.none.end(), matches));
}

/// What a tree makes of the answers of its branches.
inline Answer combined(Tree::Kind kind, std::span<Answer const> answers) {
  if (kind == Tree::Kind::not_) return opposite(answers.front());
  auto const extreme = kind == Tree::Kind::any ? std::max_element(answers.begin(), answers.end())
                                               : std::min_element(answers.begin(), answers.end());
  return *extreme;
}

}  // namespace sievarr::filter

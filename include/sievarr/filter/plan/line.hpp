#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/filter/language/policy.hpp>
#include <sievarr/filter/language/term.hpp>
#include <sievarr/filter/subject/fact.hpp>
#include <sievarr/filter/subject/subject.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/value/pattern.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace sievarr::filter {

/// Kleene's three values. Catalogues are full of holes; a line may decline to answer, never guess.
/// In this order "and" is the smaller, "or" the greater, "not" the mirror image.
BOOST_DEFINE_ENUM_CLASS(Answer, no, unknown, yes)

constexpr Answer both(Answer a, Answer b) { return std::min(a, b); }
constexpr Answer either(Answer a, Answer b) { return std::max(a, b); }
constexpr Answer opposite(Answer a) { return static_cast<Answer>(2 - static_cast<int>(a)); }
constexpr Answer answer_of(bool holds) { return holds ? Answer::yes : Answer::no; }

/// Words that a row may, must and must not have, all folded.
struct Words {
  using Finds = Known;

  std::vector<Term> any;
  std::vector<Term> all;
  std::vector<Term> none;
};

/// Days from one to another; relative ones are resolved.
struct Window {
  using Finds = KnownDay;

  std::optional<Date> after;
  std::optional<Date> before;
};

struct Span {
  using Finds = KnownNumber;

  std::optional<double> min;
  std::optional<double> max;
};

/// What must hold, or must not.
struct FlagTest {
  using Finds = KnownFlag;

  bool wanted = true;
};

struct Titles {
  using Finds = KnownTitle;

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
  AskedCriterion const* criterion = nullptr;  ///< What it is about; a part of its subject.
  std::variant<Words, Window, Span, FlagTest, Titles, Tree> test;
  UnknownPolicy unknown = UnknownPolicy::deny;  ///< Only the lines of a selection have one.
  std::string path;
  Place place;
};

inline Rank rank_of(Line const& line) { return line.criterion->rank; }

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

inline Answer ask(FlagTest const& test, bool flag) { return answer_of(flag == test.wanted); }

/// What is absent is unknown.
template <class Test, class Value>
Answer ask(Test const& test, std::optional<Value> const& value) {
  return value ? ask(test, *value) : Answer::unknown;
}

/// A row that cannot have a day meets no bound of it.
inline Answer ask(Window const& window, KnownDay const& known) {
  return known.applies ? ask(window, known.day) : Answer::no;
}

inline Answer ask(Titles const& titles, KnownTitle const& title) {
  auto const matches = [&](value::Pattern const& pattern) { return pattern.matches(title.folded); };
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

inline Answer ask(Line const& line, Facts const& facts);

inline Answer ask(Tree const& tree, Facts const& facts) {
  std::vector<Answer> answers;
  for (auto const& branch : tree.branches) answers.push_back(ask(branch, facts));
  return combined(tree.kind, answers);
}

/// The fact that a test is about.
template <class Test>
typename Test::Finds const& fact_for(Test const&, Fact const& fact) {
  return std::get<typename Test::Finds>(fact);
}

/// What a line says about a row, whose facts are of the same subject.
inline Answer ask(Line const& line, Facts const& facts) {
  auto const& fact = facts[index_of(rank_of(line))];
  return std::visit(
      [&](auto const& test) {
        if constexpr (std::is_same_v<decltype(test), Tree const&>)
          return ask(test, facts);
        else
          return ask(test, fact_for(test, fact));
      },
      line.test);
}

}  // namespace sievarr::filter

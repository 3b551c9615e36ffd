#pragma once

#include <sievarr/filter/columns/panel.hpp>
#include <sievarr/filter/subject/vocabulary.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace sievarr::filter {

/// The bytes that the lines of a panel about one criterion give, for each answer.
struct ReplyLanes {
  Lanes yes;
  Lanes no;
  Lanes unknown;

  ReplyLanes(std::span<Asked const> asked, std::uint8_t neutral)
      : yes(all_lanes(neutral)), no(yes), unknown(yes) {
    for (auto const& [line, lane, replies] : asked) {
      yes.set(lane, replies.yes);
      no.set(lane, replies.no);
      unknown.set(lane, replies.unknown);
    }
  }
};

/// What the lines about words say to any set of words, all lanes at once. A line is a list of
/// clauses, of each of which the row must have a word, and words that it must not have.
class WordRows {
 public:
  WordRows(std::vector<Asked> const& asked, std::uint8_t neutral, Vocabulary const& vocabulary)
      : replies_(asked, neutral), vocabulary_(vocabulary), none_(vocabulary.words(), all_lanes(0)) {
    for (auto const& [line, lane, replies] : asked) {
      auto const& words = std::get<Words>(line->test);
      std::size_t next = 0;
      if (!words.any.empty()) want(next++, lane, words.any);
      for (auto const& term : words.all) want(next++, lane, std::span{&term, 1});
      mark(none_, lane, words.none);
    }
  }

  Lanes unknown() const { return replies_.unknown; }

  /// The lanes for spellings, of which the row has all that are not absent.
  template <class Spellings>
  Lanes of(Spellings const& spellings) const {
    auto holds = all_lanes(0xFF);
    for (auto const& clause : clauses_) {
      auto met = clause.idle;
      for (auto const spelling : spellings)
        if (spelling != Vocabulary::absent) met = met | clause.words[word(spelling)];
      holds = holds & met;
    }
    auto hurt = all_lanes(0);
    for (auto const spelling : spellings)
      if (spelling != Vocabulary::absent) hurt = hurt | none_[word(spelling)];
    return blend(holds & ~hurt, replies_.yes, replies_.no);
  }

  /// The lanes for one spelling, which is unknown where it is absent.
  Lanes of(std::uint16_t spelling) const {
    return spelling == Vocabulary::absent ? unknown() : of(std::array{spelling});
  }

 private:
  struct Clause {
    Lanes idle = all_lanes(0xFF);  ///< Set where a lane has no such clause.
    std::vector<Lanes> words;
  };

  std::uint16_t word(std::size_t spelling) const {
    return vocabulary_.word_of(static_cast<std::uint16_t>(spelling));
  }

  void want(std::size_t index, std::uint8_t lane, std::span<Term const> terms) {
    if (index == clauses_.size())
      clauses_.push_back({.words = std::vector<Lanes>(vocabulary_.words(), all_lanes(0))});
    clauses_[index].idle.set(lane, 0);
    mark(clauses_[index].words, lane, terms);
  }

  void mark(std::vector<Lanes>& words, std::uint8_t lane, std::span<Term const> terms) {
    for (auto const& term : terms)
      if (auto const code = vocabulary_.find(term)) words[*code].set(lane, 0xFF);
  }

  ReplyLanes replies_;
  Vocabulary const& vocabulary_;
  std::vector<Clause> clauses_;
  std::vector<Lanes> none_;
};

}  // namespace sievarr::filter

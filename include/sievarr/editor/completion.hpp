#pragma once

#include <sievarr/editor/spot.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::editor {

/// What kind of thing is proposed.
BOOST_DEFINE_ENUM_CLASS(Proposed, key, word, value, show)

/// Something that could stand where somebody writes.
struct Proposal {
  std::string label;
  Proposed kind = Proposed::value;
  std::string insert;
  std::uint32_t caret = 0;
  std::optional<std::string> detail;
  std::optional<std::uint32_t> shows;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (label, kind, insert, caret, detail, shows))

constexpr auto notes_of(reflect::Of<Proposal>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Proposal::label>{.text = "What it is called."},
      Note<&Proposal::kind>{.text = "What kind of thing it is."},
      Note<&Proposal::insert>{.text = "What is written for it."},
      Note<&Proposal::caret>{.text = "Where writing goes on, in UTF-16 units of that."},
      Note<&Proposal::detail>{.text = "What there is to know about it."},
      Note<&Proposal::shows>{.text = "How many shows have it."},
  };
}

/// All that could stand there, the likeliest first, and what it would replace.
struct Completion {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::vector<Proposal> proposals;
};
BOOST_DESCRIBE_STRUCT(Completion, (), (from, to, proposals))

constexpr auto notes_of(reflect::Of<Completion>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Completion::from>{.text = "Where what is replaced begins, in UTF-16 units."},
      Note<&Completion::to>{.text = "Where it ends."},
      Note<&Completion::proposals>{.text = "What could stand there, the likeliest first."},
  };
}

}  // namespace sievarr::editor

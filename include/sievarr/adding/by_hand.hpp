#pragma once

#include <sievarr/adding/settle.hpp>
#include <sievarr/base/failure.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <cstdint>
#include <string>
#include <utility>

/// What a person does about a show, whatever the filter says.
namespace sievarr::adding {

BOOST_DEFINE_ENUM_CLASS(Deed, approve, reject, skip, unskip, retry)

/// What a person did about a show, as it is remembered.
struct ByHand {
  std::int64_t id = 0;
  std::int64_t show_id = 0;
  Deed deed = Deed::approve;
  Status was = Status::pending;
  Status became = Status::pending;
  Instant at = {};

  bool operator==(ByHand const&) const = default;
};

BOOST_DESCRIBE_STRUCT(ByHand, (), (id, show_id, deed, was, became, at))

constexpr auto notes_of(reflect::Of<ByHand>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ByHand::id>{.text = "Number among all that was done.", .example = "3", .key = true},
      Note<&ByHand::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933"},
      Note<&ByHand::deed>{.text = "What was done.", .example = "approve"},
      Note<&ByHand::was>{.text = "What it was before.", .example = "review"},
      Note<&ByHand::became>{.text = "What it was then.", .example = "pending"},
      Note<&ByHand::at>{.text = "When that was done.", .example = "2026-01-31T10:30:00Z"},
  };
}

/// Why a deed makes no sense for a show as it is.
inline Failure senseless(Processing const& row, Deed deed) {
  auto const is = std::string(row.status == Status::review ? "it is in " : "it is ") +
                  reflect::word_of(row.status);
  auto const id = to_text(row.show_id);
  auto const refuse = [&](std::string text, std::string hint) {
    return Failure{.kind = Failure::Kind::refused, .text = is + text, .hint = std::move(hint)};
  };
  switch (deed) {
    case Deed::approve:
      return refuse(", not in review", "sievarr why " + id + " says what the filter makes of it");
    case Deed::reject:
      return refuse(", not in review", "to keep it out for good: sievarr skip " + id);
    case Deed::skip: return refuse(" already", "remove it there, and it is not added again");
    case Deed::unskip: return refuse(", not skipped", "there is nothing to take back");
    case Deed::retry:
      return row.status == Status::skipped
                 ? refuse("", "let it in again first: sievarr unskip " + id)
                 : refuse(", so there is nothing to try again",
                          "sievarr why " + id + " says what the filter makes of it");
  }
  return refuse("", "");
}

/// Whether a deed makes sense for a show that is in this state.
constexpr bool makes_sense(Status status, Deed deed) {
  switch (deed) {
    case Deed::approve:
    case Deed::reject: return status == Status::review;
    case Deed::skip: return status != Status::added && status != Status::exists;
    case Deed::unskip: return status == Status::skipped;
    default:
      return !(status == Status::review || status == Status::filtered || status == Status::skipped);
  }
}

/// Whether a deed was done before, so that doing it again changes nothing.
constexpr bool is_done(Processing const& row, Deed deed) {
  switch (deed) {
    case Deed::approve: return row.word == Word::approved && row.status != Status::filtered;
    case Deed::reject:
    case Deed::skip: return row.status == Status::skipped && row.word == Word::skipped;
    default: return false;
  }
}

/// What becomes of a show with which a person does something; the wish is what the filter says of
/// it now.
inline Outcome<Processing> by_hand(Processing row, Deed deed, Wish const& wish, Instant now) {
  if (is_done(row, deed)) return row;
  if (!makes_sense(row.status, deed)) return senseless(row, deed);
  stop_waiting(row);
  row.changed = in_seconds(now);
  if (deed == Deed::reject || deed == Deed::skip) {
    row.status = Status::skipped;
    row.word = Word::skipped;
    return row;
  }
  if (deed == Deed::approve) row.word = Word::approved;
  if (deed == Deed::unskip) row.word.reset();
  row.status = Status::pending;
  row.category.reset();
  row.series_id.reset();
  row.added.reset();
  row.twin.reset();
  return settle(std::move(row), wish, {.now = now});
}

}  // namespace sievarr::adding

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

BOOST_DEFINE_ENUM_CLASS(ManualAction, approve, reject, skip, unskip, retry)

/// What a person did about a show, as it is remembered.
struct ManualChange {
  std::int64_t id = 0;
  std::int64_t show_id = 0;
  ManualAction deed = ManualAction::approve;
  Status was = Status::pending;
  Status became = Status::pending;
  Instant at = {};

  bool operator==(ManualChange const&) const = default;
};

BOOST_DESCRIBE_STRUCT(ManualChange, (), (id, show_id, deed, was, became, at))

constexpr auto notes_of(reflect::Of<ManualChange>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ManualChange::id>{
          .text = "Number among all that was done.", .example = "3", .key = true},
      Note<&ManualChange::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933"},
      Note<&ManualChange::deed>{.text = "What was done.", .example = "approve"},
      Note<&ManualChange::was>{.text = "What it was before.", .example = "review"},
      Note<&ManualChange::became>{.text = "What it was then.", .example = "pending"},
      Note<&ManualChange::at>{.text = "When that was done.", .example = "2026-01-31T10:30:00Z"},
  };
}

/// Why a deed makes no sense for a show as it is.
inline Failure senseless(ShowState const& row, ManualAction deed) {
  auto const is = std::string(row.status == Status::review ? "it is in " : "it is ") +
                  reflect::word_of(row.status);
  auto const id = to_text(row.show_id);
  auto const refuse = [&](std::string text, std::string hint) {
    return Failure{.kind = Failure::Kind::refused, .text = is + text, .hint = std::move(hint)};
  };
  switch (deed) {
    case ManualAction::approve:
      return refuse(", not in review", "sievarr why " + id + " says what the filter makes of it");
    case ManualAction::reject:
      return refuse(", not in review", "to keep it out for good: sievarr skip " + id);
    case ManualAction::skip:
      return refuse(" already", "remove it there, and it is not added again");
    case ManualAction::unskip: return refuse(", not skipped", "there is nothing to take back");
    case ManualAction::retry:
      return row.status == Status::skipped
                 ? refuse("", "let it in again first: sievarr unskip " + id)
                 : refuse(", so there is nothing to try again",
                          "sievarr why " + id + " says what the filter makes of it");
  }
  return refuse("", "");
}

/// Whether a deed makes sense for a show that is in this state.
constexpr bool makes_sense(Status status, ManualAction deed) {
  switch (deed) {
    case ManualAction::approve:
    case ManualAction::reject: return status == Status::review;
    case ManualAction::skip: return status != Status::added && status != Status::exists;
    case ManualAction::unskip: return status == Status::skipped;
    default:
      return !(status == Status::review || status == Status::filtered || status == Status::skipped);
  }
}

/// Whether a deed was done before, so that doing it again changes nothing.
constexpr bool is_done(ShowState const& row, ManualAction deed) {
  switch (deed) {
    case ManualAction::approve:
      return row.word == Override::approved && row.status != Status::filtered;
    case ManualAction::reject:
    case ManualAction::skip: return row.status == Status::skipped && row.word == Override::skipped;
    default: return false;
  }
}

/// What becomes of a show with which a person does something; the record is what the filter says of
/// it now.
inline Outcome<ShowState> by_hand(ShowState row, ManualAction deed, VerdictRecord const& record,
                                  Instant now) {
  if (is_done(row, deed)) return row;
  if (!makes_sense(row.status, deed)) return senseless(row, deed);
  stop_waiting(row);
  row.changed = in_seconds(now);
  if (deed == ManualAction::reject || deed == ManualAction::skip) {
    row.status = Status::skipped;
    row.word = Override::skipped;
    return row;
  }
  if (deed == ManualAction::approve) row.word = Override::approved;
  if (deed == ManualAction::unskip) row.word.reset();
  row.status = Status::pending;
  row.category.reset();
  row.series_id.reset();
  row.added.reset();
  row.twin.reset();
  return settle(std::move(row), record, {.now = now});
}

}  // namespace sievarr::adding

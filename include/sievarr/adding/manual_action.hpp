#pragma once

#include <sievarr/adding/settle.hpp>
#include <sievarr/base/failure.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/label.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// What a person does about a show, whatever the filter says.
namespace sievarr::adding {

BOOST_DEFINE_ENUM_CLASS(ManualAction, approve, reject, skip, unskip, retry, later, undo)

/// How long a person is not asked again about a show that was put off.
inline constexpr std::chrono::days later_span{30};

constexpr auto labels_of(reflect::Of<ManualAction>) {
  using reflect::Called;
  using reflect::Tone;
  return reflect::Labels{
      Called<ManualAction::approve>{"approve", "●", Tone::enters, "Lets a show in review through."},
      Called<ManualAction::reject>{"skip", "⊘", Tone::filtered,
                                   "Keeps a show in review out for good."},
      Called<ManualAction::skip>{"skip", "⊘", Tone::filtered,
                                 "Keeps a show out for good, whatever the filter says."},
      Called<ManualAction::unskip>{"let in again", "↺", Tone::enters,
                                   "Takes a skip back, so that the filter decides again."},
      Called<ManualAction::retry>{"try again", "↻", Tone::waiting,
                                  "Looks again for what was refused, not found, or deleted there."},
      Called<ManualAction::later>{"later", "◌", Tone::waiting,
                                  "Asks about a show in review again in 30 days, or when the show "
                                  "or the config changes what is asked."},
      Called<ManualAction::undo>{"undo", "↶", Tone::person,
                                 "Takes back what was decided about a show that was not added "
                                 "yet."},
  };
}

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

/// What came of something that a person did about one show. Where it made no sense, nothing came
/// of it, and the error says why.
struct ManualResult {
  std::int64_t show_id = 0;
  std::string title;
  std::optional<Status> was;
  std::optional<Status> became;
  std::optional<std::string> error;
  std::optional<std::string> hint;
};
BOOST_DESCRIBE_STRUCT(ManualResult, (), (show_id, title, was, became, error, hint))
constexpr std::string_view title_of(reflect::Of<ManualResult>) { return "Handled"; }

constexpr auto notes_of(reflect::Of<ManualResult>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ManualResult::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933"},
      Note<&ManualResult::title>{.text = "Its title.", .example = "Fallout"},
      Note<&ManualResult::was>{.text = "What it was before.", .example = "review"},
      Note<&ManualResult::became>{.text = "What it is now.", .example = "pending"},
      Note<&ManualResult::error>{.text = "Why nothing was done.", .example = "it is added already"},
      Note<&ManualResult::hint>{.text = "What to do instead.", .example = "sievarr unskip 44933"},
  };
}

/// Why an action makes no sense for a show as it is.
inline Failure senseless(ShowState const& row, ManualAction action) {
  auto const is = std::string(row.status == Status::review ? "it is in " : "it is ") +
                  reflect::word_of(row.status);
  auto const id = to_text(row.show_id);
  auto const refuse = [&](std::string text, std::string hint) {
    return Failure{.kind = Failure::Kind::refused, .text = is + text, .hint = std::move(hint)};
  };
  switch (action) {
    case ManualAction::approve:
      return refuse(", not in review", "sievarr why " + id + " says what the filter makes of it");
    case ManualAction::reject:
      return refuse(", not in review", "to keep it out for good: sievarr skip " + id);
    case ManualAction::skip:
      return refuse(" already", "remove it there, and it is not added again");
    case ManualAction::unskip: return refuse(", not skipped", "there is nothing to take back");
    case ManualAction::later:
      return refuse(", not in review", "sievarr why " + id + " says what the filter makes of it");
    case ManualAction::undo:
      return refuse(rests(row.status) && row.status != Status::skipped
                        ? " already"
                        : ", and nobody decided about it",
                    "there is nothing to take back");
    case ManualAction::retry:
      return row.status == Status::skipped
                 ? refuse("", "let it in again first: sievarr unskip " + id)
                 : refuse(", so there is nothing to try again",
                          "sievarr why " + id + " says what the filter makes of it");
  }
  return refuse("", "");
}

/// Whether an action makes sense for a show that is in this state.
constexpr bool makes_sense(ShowState const& row, ManualAction action) {
  auto const status = row.status;
  switch (action) {
    case ManualAction::approve:
    case ManualAction::later:
    case ManualAction::reject: return status == Status::review;
    case ManualAction::undo:
      return status == Status::skipped || row.later_until ||
             (row.word && status != Status::added && status != Status::exists);
    case ManualAction::skip: return status != Status::added && status != Status::exists;
    case ManualAction::unskip: return status == Status::skipped;
    default:
      return !(status == Status::review || status == Status::filtered || status == Status::skipped);
  }
}

/// Whether an action was taken before, so that taking it again changes nothing.
constexpr bool is_done(ShowState const& row, ManualAction action) {
  switch (action) {
    case ManualAction::approve:
      return row.word == Override::approved && row.status != Status::filtered;
    case ManualAction::reject:
    case ManualAction::skip: return row.status == Status::skipped && row.word == Override::skipped;
    default: return false;
  }
}

/// What becomes of a show with which a person does something; the record is what the filter says of
/// it now.
inline Outcome<ShowState> by_hand(ShowState row, ManualAction action, VerdictRecord const& record,
                                  Instant now) {
  if (is_done(row, action)) return row;
  if (!makes_sense(row, action)) return senseless(row, action);
  stop_waiting(row);
  row.changed = in_seconds(now);
  row.later_until.reset();
  if (action == ManualAction::later) {
    row.later_until = now + later_span;
    return row;
  }
  if (action == ManualAction::reject || action == ManualAction::skip) {
    row.status = Status::skipped;
    row.word = Override::skipped;
    return row;
  }
  if (action == ManualAction::approve) row.word = Override::approved;
  if (action == ManualAction::unskip || action == ManualAction::undo) row.word.reset();
  row.status = Status::pending;
  row.category.reset();
  row.series_id.reset();
  row.added.reset();
  row.twin.reset();
  return settle(std::move(row), record, {.now = now});
}

}  // namespace sievarr::adding

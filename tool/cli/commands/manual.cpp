#include "cli/options/named_show.hpp"
#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/derive/print.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::cli {

/// What programs read after something was done by hand.
struct HandledReport {
  int sievarr_handled = 1;
  std::vector<adding::ManualResult> shows;
};
BOOST_DESCRIBE_STRUCT(HandledReport, (), (sievarr_handled, shows))

constexpr auto notes_of(reflect::Of<HandledReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HandledReport::sievarr_handled>{.text = "Version of this format."},
      Note<&HandledReport::shows>{.text = "What came of it, show by show."},
  };
}

namespace {

using adding::ManualAction;
using os::Exit;

std::string line(adding::ManualResult const& show, ManualAction action) {
  auto text = to_text(show.show_id) + "  " + derive::cell_text(show.title) + ": ";
  if (action == ManualAction::later)
    return text + "asked again in " + to_text(adding::later_span.count()) + " days";
  if (show.was == show.became) return text + "stays " + reflect::label_text(*show.became);
  return text + reflect::label_text(*show.was) + " -> " + reflect::label_text(*show.became);
}

/// A person's word about shows of the local catalogue.
class ManualCommand final : public Command {
 public:
  ManualCommand(ManualAction action, std::string name) : action_(action), name_(std::move(name)) {}

  void declare(Syntax& syntax) override {
    syntax.add({.name = "SHOW",
                .meaning = "44933, tvdb:371980, imdb:tt11280740, or a title",
                .into = &shows_,
                .required = !reviews()});
    if (reviews())
      syntax.add({.name = "--all",
                  .meaning = "all shows that are in review",
                  .into = &all_,
                  .instead_of = "SHOW"});
    config_.declare(syntax);
    output_.declare(syntax);
    syntax.examples = "sievarr " + name_ + " 44933\n" + "sievarr " + name_ + " \"the expanse\" 82";
  }

  Exit run(Console& console) override {
    if (shows_.empty() && !all_) {
      complain(console,
               {.text = "no show is named", .hint = "name some, or all that are in review: --all"});
      return Exit::misused;
    }
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::write, name_);
    if (!operations) return fail(console, operations.error());
    auto const shows = meant(**operations, console);
    if (!shows) return fail(console, shows.error());
    if (!*shows) return Exit::findings;
    auto const results =
        (*operations)->act({.action = action_, .shows = **shows, .by = "command line"});
    if (!results) return fail(console, results.error());
    return write(*results, console);
  }

 private:
  bool reviews() const {
    return action_ == ManualAction::approve || action_ == ManualAction::reject ||
           action_ == ManualAction::later;
  }

  /// The numbers of the shows that are named; nothing where that cannot be told, which has been
  /// said by then.
  using Shows = std::vector<std::int64_t>;
  Outcome<std::optional<Shows>> meant(app::Operations& operations, Console& console) const {
    std::optional<Shows> shows;
    auto const looked =
        operations.look_at_shows([&](filter::Table const& table, adding::Roster const& roster) {
          shows = meant(table, roster, console);
        });
    if (!looked) return looked.error();
    return shows;
  }

  std::optional<Shows> meant(filter::Table const& table, adding::Roster const& roster,
                             Console& console) const {
    Shows ids;
    if (all_)
      for (auto const row : adding::rows_to_review(table, roster)) ids.push_back(table.ids()[row]);
    for (auto const& name : shows_) {
      auto const row = named_show(table, name, console);
      if (!row) return std::nullopt;
      ids.push_back(table.ids()[*row]);
    }
    return ids;
  }

  Exit write(std::vector<adding::ManualResult> const& results, Console& console) const {
    bool const all_done = std::none_of(results.begin(), results.end(),
                                       [](auto const& show) { return show.error.has_value(); });
    if (output_.format() == Format::json)
      console.out << derive::to_json(HandledReport{.shows = results}) << '\n';
    else
      write_text(results, console);
    return all_done ? Exit::fine : Exit::findings;
  }

  void write_text(std::vector<adding::ManualResult> const& results, Console& console) const {
    if (results.empty()) console.out << "no show is in review\n";
    for (auto const& show : results) {
      if (!show.error)
        console.out << line(show, action_) << '\n';
      else
        complain(console, {.text = to_text(show.show_id) + "  " + derive::cell_text(show.title) +
                                   ": " + *show.error,
                           .hint = show.hint.value_or("")});
    }
  }

  ManualAction action_;
  std::string name_;
  std::vector<std::string> shows_;
  bool all_ = false;
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_review_approve() {
  return std::make_unique<ManualCommand>(ManualAction::approve, "review approve");
}
std::unique_ptr<Command> make_review_skip() {
  return std::make_unique<ManualCommand>(ManualAction::reject, "review skip");
}
std::unique_ptr<Command> make_review_reject() {
  return std::make_unique<ManualCommand>(ManualAction::reject, "review reject");
}
std::unique_ptr<Command> make_review_later() {
  return std::make_unique<ManualCommand>(ManualAction::later, "review later");
}
std::unique_ptr<Command> make_review_undo() {
  return std::make_unique<ManualCommand>(ManualAction::undo, "review undo");
}
std::unique_ptr<Command> make_skip() {
  return std::make_unique<ManualCommand>(ManualAction::skip, "skip");
}
std::unique_ptr<Command> make_unskip() {
  return std::make_unique<ManualCommand>(ManualAction::unskip, "unskip");
}
std::unique_ptr<Command> make_retry() {
  return std::make_unique<ManualCommand>(ManualAction::retry, "retry");
}

}  // namespace sievarr::cli

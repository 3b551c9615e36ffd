#include "app/operations/manual.hpp"
#include "cli/options/config_option.hpp"
#include "cli/options/daemon.hpp"
#include "cli/options/named_show.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"
#include "os/clock.hpp"

#include <sievarr/api/by_hand.hpp>
#include <sievarr/api/catalogue_routes.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/derive/print.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
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

std::string line(adding::ManualResult const& show) {
  auto text = to_text(show.show_id) + "  " + derive::cell_text(show.title) + ": ";
  if (show.was == show.became) return text + "stays " + reflect::word_of(*show.became);
  return text + reflect::word_of(*show.was) + " -> " + reflect::word_of(*show.became);
}

/// A person's word about shows of the local catalogue.
class HandCommand final : public Command {
 public:
  HandCommand(ManualAction deed, std::string name) : deed_(deed), name_(std::move(name)) {}

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
    auto own = own_storage(config->loaded.config.storage, name_);
    auto const handled = own ? by_ourselves(own->database, *config, console)
                             : by_others(own.error(), *config, console);
    if (!handled) return fail(console, handled.error());
    return *handled ? write(**handled, console) : Exit::findings;
  }

 private:
  bool reviews() const { return deed_ == ManualAction::approve || deed_ == ManualAction::reject; }

  using All = std::vector<adding::ManualResult>;
  /// What came of it; nothing where it cannot be told which shows are meant, which has been said.
  using Answer = Outcome<std::optional<All>>;

  Answer by_ourselves(store::Database& database, LoadedConfig const& config,
                      Console& console) const {
    app::Catalogue catalogue(database);
    auto const loaded = catalogue.load();
    if (!loaded) return loaded.error();
    auto shows = meant(catalogue, console);
    if (!shows) return std::optional<All>();
    auto turn = catalogue.take_turn();
    auto handled = app::do_by_hand(turn, config.plan, {deed_, *std::move(shows)}, os::now());
    if (!handled) return handled.error();
    return std::optional(*std::move(handled));
  }

  /// Whoever holds the storage does it.
  Answer by_others(Failure const& held, LoadedConfig const& config, Console& console) const {
    if (!Daemon::may_hold(held)) return held;
    auto const stored = stored_catalogue(config.loaded.config.storage);
    if (!stored) return stored.error();
    auto const shows = meant((*stored)->catalogue, console);
    if (!shows) return std::optional<All>();
    All handled;
    Daemon const daemon(config.loaded.config, console);
    for (auto at = shows->begin(); at != shows->end();) {
      auto const end = at + std::min<std::ptrdiff_t>(shows->end() - at, api::Chosen::most);
      auto const answer =
          daemon.post(path(), derive::to_json(api::Chosen{.shows = {at, end}}), held);
      if (!answer) return answer.error();
      auto some = derive::from_json<api::HandledAnswer>(*answer, "the answer").value.shows;
      std::move(some.begin(), some.end(), std::back_inserter(handled));
      at = end;
    }
    return std::optional(std::move(handled));
  }

  std::string_view path() const {
    switch (deed_) {
      case ManualAction::approve: return api::Approve::route.path;
      case ManualAction::reject: return api::Reject::route.path;
      case ManualAction::skip: return api::Skip::route.path;
      case ManualAction::unskip: return api::Unskip::route.path;
      default: return api::Retry::route.path;
    }
  }

  std::optional<std::vector<std::int64_t>> meant(app::Catalogue const& catalogue,
                                                 Console& console) const {
    std::optional<std::vector<std::int64_t>> ids(std::in_place);
    catalogue.look([&](filter::Table const& table, adding::Roster const& roster) {
      if (all_)
        for (auto const row : adding::rows_in(adding::Status::review, table, roster))
          ids->push_back(table.ids()[row]);
      for (auto const& name : shows_) {
        auto const row = named_show(table, name, console);
        if (!row) return ids.reset();
        ids->push_back(table.ids()[*row]);
      }
    });
    return ids;
  }

  Exit write(std::vector<adding::ManualResult> const& handled, Console& console) const {
    bool const all_done = std::none_of(handled.begin(), handled.end(),
                                       [](auto const& show) { return show.error.has_value(); });
    if (output_.format() == Format::json)
      console.out << derive::to_json(HandledReport{.shows = handled}) << '\n';
    else
      write_text(handled, console);
    return all_done ? Exit::fine : Exit::findings;
  }

  static void write_text(std::vector<adding::ManualResult> const& handled, Console& console) {
    if (handled.empty()) console.out << "no show is in review\n";
    for (auto const& show : handled) {
      if (!show.error)
        console.out << line(show) << '\n';
      else
        complain(console, {.text = to_text(show.show_id) + "  " + derive::cell_text(show.title) +
                                   ": " + *show.error,
                           .hint = show.hint.value_or("")});
    }
  }

  ManualAction deed_;
  std::string name_;
  std::vector<std::string> shows_;
  bool all_ = false;
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_review_approve() {
  return std::make_unique<HandCommand>(ManualAction::approve, "review approve");
}
std::unique_ptr<Command> make_review_reject() {
  return std::make_unique<HandCommand>(ManualAction::reject, "review reject");
}
std::unique_ptr<Command> make_skip() {
  return std::make_unique<HandCommand>(ManualAction::skip, "skip");
}
std::unique_ptr<Command> make_unskip() {
  return std::make_unique<HandCommand>(ManualAction::unskip, "unskip");
}
std::unique_ptr<Command> make_retry() {
  return std::make_unique<HandCommand>(ManualAction::retry, "retry");
}

}  // namespace sievarr::cli

#include "cli/options/config_option.hpp"
#include "cli/options/day_option.hpp"
#include "cli/options/named_show.hpp"
#include "cli/options/shows.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/output.hpp"
#include "cli/text/text.hpp"
#include "commands.hpp"
#include "store/catalogue.hpp"
#include "store/tables/add_journal.hpp"

#include <sievarr/derive/json.hpp>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::cli {

/// What programs read about one show.
struct WhyReport {
  int sievarr_why = 1;
  filter::Why why;
  std::optional<adding::ShowState> so_far;
};
BOOST_DESCRIBE_STRUCT(WhyReport, (), (sievarr_why, why, so_far))

constexpr auto notes_of(reflect::Of<WhyReport>) {
  using reflect::Note;
  return reflect::Notes{Note<&WhyReport::sievarr_why>{.text = "Version of this format."},
                        Note<&WhyReport::why>{.spread = true},
                        Note<&WhyReport::so_far>{
                            .text = "What has become of it, where the local catalogue was asked."}};
}

namespace {

using os::Exit;

/// Explains the verdict on one show.
class WhyCommand final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "SHOW",
                .meaning =
                    "the show: 44933, tvmaze:44933, tvdb:371980, imdb:tt11280740, its title, or "
                    "a part of its title",
                .into = &words_,
                .required = true});
    shows_.declare(syntax);
    config_.declare(syntax);
    day_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr why 44933 --shows shows.ndjson.gz\n"
        "sievarr why the expanse --config config.yaml --shows shows.ndjson\n"
        "curl -s https://api.tvmaze.com/shows/82 | sievarr why tvmaze:82 --shows -";
  }

  Exit run(Console& console) override {
    day_.apply(console);
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const table = shows_.read(console, config->loaded.config.storage);
    if (!table) return Exit::misused;
    auto const row = named_show(*table, name(), console);
    if (!row) return Exit::findings;
    WhyReport report{.why = filter::why(config->plan, table->at(*row)), .so_far = {}};
    std::optional<adding::Intent> open;
    if (!shows_.given()) {
      auto known = so_far(config->loaded.config.storage, table->ids()[*row]);
      if (!known) return fail(console, known.error());
      report.so_far = std::move(known->row);
      open = std::move(known->open);
    }
    if (output_.format() == Format::json) {
      console.out << derive::to_json(report) << '\n';
      return Exit::fine;
    }
    auto const text = report.so_far ? state_as_text(*report.so_far, open) : "";
    console.out << why_as_text(report.why, console.paint_out, text);
    return Exit::fine;
  }

 private:
  /// What is stored about a show, and the intent that is open for it, if one is.
  struct SoFar {
    std::optional<adding::ShowState> row;
    std::optional<adding::Intent> open = {};
  };

  static Outcome<SoFar> so_far(config::Storage const& storage, std::int64_t show) {
    auto database = store::open_to_read(database_of(storage));
    if (!database) return database.error();
    auto row = store::ShowStates(*database).find(show);
    if (!row) return row.error();
    SoFar known{.row = *std::move(row)};
    auto const unfinished = store::AddJournalTable(*database).unfinished();
    if (!unfinished) return unfinished.error();
    for (auto const& intent : *unfinished)
      if (intent.show_id == show) known.open = intent;
    return known;
  }

  std::string name() const {
    std::string name;
    for (auto const& word : words_) name.append(name.empty() ? "" : " ").append(word);
    return name;
  }

  std::vector<std::string> words_;
  ShowsOption shows_;
  ConfigOption config_;
  DayOption day_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<WhyCommand>(); }

}  // namespace sievarr::cli

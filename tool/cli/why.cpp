#include "cli/commands.hpp"
#include "cli/config_option.hpp"
#include "cli/day_option.hpp"
#include "cli/output.hpp"
#include "cli/shows.hpp"
#include "cli/why_text.hpp"

#include <sievarr/derive/json.hpp>
#include <sievarr/derive/print.hpp>
#include <sievarr/filter/find.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::cli {

/// What programs read about one show.
struct WhyReport {
  int sievarr_why = 1;
  filter::Why why;
};
BOOST_DESCRIBE_STRUCT(WhyReport, (), (sievarr_why, why))

constexpr auto notes_of(reflect::Of<WhyReport>) {
  using reflect::Note;
  return std::tuple{Note<&WhyReport::sievarr_why>{.text = "Version of this format."},
                    Note<&WhyReport::why>{.spread = true}};
}

namespace {

using os::Exit;

/// So many shows of the same name are listed.
constexpr std::size_t most_listed = 20;

/// Explains the verdict on one show.
class WhyCommand final : public Command {
 public:
  void declare(CLI::App& parser) override {
    parser
        .add_option("SHOW", words_,
                    "the show: 44933, tvmaze:44933, tvdb:371980, imdb:tt11280740, its title, or "
                    "a part of its title")
        ->required()
        ->type_name("SHOW")
        ->expected(1, 1000);
    shows_.declare(parser);
    config_.declare(parser);
    day_.declare(parser);
    output_.declare(parser);
    parser.footer(
        "sievarr why 44933 --shows shows.ndjson.gz\n"
        "sievarr why the expanse --config config.yaml --shows shows.ndjson\n"
        "curl -s https://api.tvmaze.com/shows/82 | sievarr why tvmaze:82 --shows -");
  }

  Exit run(Console& console) override {
    day_.apply(console);
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const table = shows_.read(console, config->loaded.config.storage);
    if (!table) return Exit::misused;
    auto const meant = filter::Finder(*table).find(name());
    if (meant.rows.size() != 1) return refuse(console, *table, meant);
    WhyReport const report{.why = filter::why(config->plan, table->show(meant.rows.front()))};
    console.out << (output_.format() == Format::json ? derive::to_json(report) + "\n"
                                                     : why_as_text(report.why, console.paint_out));
    return Exit::fine;
  }

 private:
  std::string name() const {
    std::string name;
    for (auto const& word : words_) name.append(name.empty() ? "" : " ").append(word);
    return name;
  }

  /// Lists what may have been meant.
  Exit refuse(Console& console, filter::Table const& table, filter::Meant const& meant) const {
    auto const shown = sievarr::quoted(name());
    if (!meant.rows.empty()) {
      complain(console,
               {.text = std::to_string(meant.rows.size()) + " shows may be meant by " + shown,
                .hint = "name one of them by its id:"});
      list(console, table, meant.rows);
    } else if (!meant.near.empty()) {
      complain(console, {.text = "no show is called " + shown, .hint = "did you mean:"});
      list(console, table, meant.near);
    } else if (value::ShowRef::read(name())) {
      complain(console, {.text = "there is no " + name() + " among the shows",
                         .hint = "check the number, or take a newer export"});
    } else {
      complain(console, {.text = "no show is called " + shown,
                         .hint = "look for a part of its title, or for its id"});
    }
    return Exit::findings;
  }

  static void list(Console& console, filter::Table const& table,
                   std::vector<std::size_t> const& rows) {
    auto const count = std::min(rows.size(), most_listed);
    for (std::size_t at = 0; at < count; ++at) {
      auto const show = table.show(rows[at]);
      console.error << "    tvmaze:" << show.id << "  " << derive::cell_text(show.title);
      if (show.country) console.error << ", " << derive::cell_text(*show.country);
      if (show.premiered) console.error << ", " << to_text(*show.premiered).substr(0, 4);
      console.error << '\n';
    }
    if (rows.size() > count) console.error << "    and " << rows.size() - count << " more\n";
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

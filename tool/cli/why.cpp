#include "cli/commands.hpp"
#include "cli/config_option.hpp"
#include "cli/day_option.hpp"
#include "cli/named_show.hpp"
#include "cli/output.hpp"
#include "cli/shows.hpp"
#include "cli/why_text.hpp"

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
};
BOOST_DESCRIBE_STRUCT(WhyReport, (), (sievarr_why, why))

constexpr auto notes_of(reflect::Of<WhyReport>) {
  using reflect::Note;
  return std::tuple{Note<&WhyReport::sievarr_why>{.text = "Version of this format."},
                    Note<&WhyReport::why>{.spread = true}};
}

namespace {

using os::Exit;

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
    auto const row = named_show(*table, name(), console);
    if (!row) return Exit::findings;
    WhyReport const report{.why = filter::why(config->plan, table->show(*row))};
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

  std::vector<std::string> words_;
  ShowsOption shows_;
  ConfigOption config_;
  DayOption day_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_why() { return std::make_unique<WhyCommand>(); }

}  // namespace sievarr::cli

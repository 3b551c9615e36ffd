#include "cli/options/config_option.hpp"
#include "cli/options/count.hpp"
#include "cli/options/day_option.hpp"
#include "cli/options/shows.hpp"
#include "cli/text/output.hpp"
#include "cli/text/text.hpp"
#include "commands.hpp"

#include <sievarr/derive/json.hpp>

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// Compares what two configs make of the same shows.
class Diff final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "OLD", .meaning = "the config as it was", .into = &old_, .required = true});
    syntax.add(
        {.name = "NEW", .meaning = "the config as it will be", .into = &new_, .required = true});
    shows_.declare(syntax);
    syntax.add({.name = "--fail-over",
                .takes = "COUNT",
                .meaning = "exit with 1 where more than so many shows change",
                .into = &most_,
                .check = check_count});
    syntax.add({.name = "--limit",
                .takes = "COUNT",
                .meaning = "so many shows of each cause, 0 for all; 5 when nothing is said",
                .into = &limit_,
                .check = check_count});
    day_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr diff old.yaml new.yaml --shows shows.ndjson.gz\n"
        "git show HEAD:config.yaml | sievarr diff - config.yaml --shows shows.ndjson\n"
        "sievarr diff old.yaml new.yaml --shows shows.ndjson --fail-over 300 --format github";
  }

  Exit run(Console& console) override {
    day_.apply(console);
    auto const before = ConfigOption{}.with_file(old_).need(console);
    auto const after = ConfigOption{}.with_file(new_).need(console);
    if (!before || !after) return Exit::misused;
    auto const table = shows_.read(console, after->loaded.config.storage);
    if (!table) return Exit::misused;
    auto const judged_before = filter::judge_all(before->plan, *table);
    auto const judged_after = filter::judge_all(after->plan, *table);
    auto const diff =
        report::DiffWriter({before->plan, judged_before}, {after->plan, judged_after}, *table)
            .write();
    write(diff, console);
    return verdict_on(diff, console);
  }

 private:
  void write(report::DiffReport const& diff, Console& console) const {
    auto const limit = limit_.value_or(5);
    switch (output_.format()) {
      case Format::json: console.out << derive::to_json(diff) << '\n'; break;
      case Format::github: console.out << diff_as_github(diff); break;
      case Format::markdown: console.out << diff_as_markdown(diff, limit); break;
      default: console.out << diff_as_text(diff, limit, console.paint_out);
    }
  }

  Exit verdict_on(report::DiffReport const& diff, Console& console) const {
    if (!most_ || diff.changed() <= *most_) return Exit::fine;
    complain(console, {.text = std::to_string(diff.changed()) + " shows change, more than " +
                               std::to_string(*most_),
                       .hint = "look at the causes above, or allow more with --fail-over"});
    return Exit::findings;
  }

  std::string old_;
  std::string new_;
  ShowsOption shows_;
  std::optional<std::size_t> most_;
  std::optional<std::size_t> limit_;
  DayOption day_;
  OutputOption output_{{Format::text, Format::json, Format::github, Format::markdown}};
};

}  // namespace

std::unique_ptr<Command> make_diff() { return std::make_unique<Diff>(); }

}  // namespace sievarr::cli

#include "app/state/server_check.hpp"
#include "cli/options/config_option.hpp"
#include "cli/options/count.hpp"
#include "cli/options/day_option.hpp"
#include "cli/options/shows.hpp"
#include "cli/text/output.hpp"
#include "cli/text/problems.hpp"
#include "commands.hpp"
#include "os/signals.hpp"

#include <sievarr/config/check_shows.hpp>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace sievarr::cli {
namespace {

using os::Exit;

/// Checks config files, and asks nobody who is not to be asked.
class Validate final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "FILE",
                .meaning = "config files, - for standard input; else the usual config",
                .into = &files_});
    config_.declare(syntax);
    output_.declare(syntax);
    day_.declare(syntax);
    shows_.declare_files(syntax, "shows that the filter is tried on, to find lines without effect");
    syntax.add({.name = "--strict",
                .meaning = "warnings count: exit with 4 where there is nothing worse",
                .into = &strict_});
    syntax.add({.name = "--ignore-environment",
                .meaning = "look at the files alone: no variable is read, and none must be set",
                .into = &ignore_environment_});
    syntax.add(
        {.name = "--online",
         .meaning =
             "ask TVMaze and each Sonarr too: whether they answer, take their keys, and have "
             "the folders, profiles and tags that are wanted; and each Radarr, Whisparr and "
             "Prowlarr whether it is one, and takes its key",
         .into = &online_,
         .instead_of = "--ignore-environment"});
    syntax.examples =
        "sievarr validate config.yaml\n"
        "sievarr validate config.yaml --online\n"
        "sievarr validate config.yaml --shows shows.ndjson.gz\n"
        "sievarr validate --strict --format github --ignore-environment config.yaml\n"
        "git show HEAD:config.yaml | sievarr validate -";
  }

  Exit run(Console& console) override {
    day_.apply(console);
    if (ignore_environment_) hide(console);
    std::optional<filter::Table> table;
    if (shows_.given() && !(table = shows_.read(console))) return Exit::misused;
    Findings all;
    std::string fine;
    bool unread = false;
    for (auto const& option : meant()) {
      auto loaded = option.load(console);
      if (loaded) {
        if (table) try_on(*table, *loaded);
        if (online_ && !ask_servers(console, *loaded)) return Exit::interrupted;
        forget_unset(loaded->findings.problems);
        fine += fine_sentence(*loaded);
        append(all.problems, std::move(loaded->findings.problems));
        all.sources.merge(loaded->findings.sources);
      } else {
        complain(console, loaded.error());
        unread = true;
      }
    }
    console.out << problems_as(output_.format(), all, console.paint_out);
    if (output_.format() == Format::text) console.out << fine;
    return unread ? Exit::misused : exit_of(all.problems);
  }

 private:
  std::vector<ConfigOption> meant() const {
    if (files_.empty()) return {config_};
    std::vector<ConfigOption> options;
    for (auto const& file : files_) options.push_back(config_.with_file(file));
    return options;
  }

  /// Only what says where the file lies stays.
  static void hide(Console& console) {
    std::erase_if(console.environment, [](auto const& variable) {
      auto const& name = variable.first;
      return name != "SIEVARR_CONFIG" && name != "CONFIG_PATH" && name != "XDG_CONFIG_HOME" &&
             name != "HOME";
    });
  }

  /// Where no variable is read, none is missing.
  void forget_unset(Problems& problems) const {
    if (ignore_environment_)
      std::erase_if(problems, [](Problem const& p) { return p.code == "unset-variable"; });
  }

  /// `config.yaml: fine; 2 selections, 1 exclude`, of a file that nobody has to mend.
  static std::string fine_sentence(LoadedConfig const& loaded) {
    auto const& problems = loaded.findings.problems;
    bool const mended = std::all_of(problems.begin(), problems.end(), [](Problem const& problem) {
      return problem.severity == Severity::hint;
    });
    if (!mended) return "";
    auto const& source = loaded.loaded.document.place.source;
    auto const& filter = loaded.loaded.config.filter;
    auto text = (source.empty() ? "no file, only defaults" : source) + ": fine; " +
                counted(filter.selections.size(), "selection", "selections") + ", " +
                counted(loaded.plan.exclude.size(), "exclude", "excludes");
    if (!filter.always.empty()) text += ", " + to_text(filter.always.size()) + " always";
    if (!filter.never.empty()) text += ", " + to_text(filter.never.size()) + " never";
    return text + "\n";
  }

  /// What only shows can tell about a config that is read without a fault.
  static void try_on(filter::Table const& table, LoadedConfig& loaded) {
    auto& problems = loaded.findings.problems;
    if (has_errors(problems)) return;
    append(problems, config::check_shows(loaded.loaded, loaded.plan, table));
    config::tidy(problems);
  }

  /// What only the servers can tell about such a config. Nothing of theirs is changed. False when
  /// somebody does not want to wait for it.
  static bool ask_servers(Console& console, LoadedConfig& loaded) {
    auto& problems = loaded.findings.problems;
    if (has_errors(problems)) return true;
    os::StopOnSignal stop;
    os::SystemClock clock(stop.token());
    app::Connections connections(loaded.loaded.config, {.clock = clock,
                                                        .environment = console.environment,
                                                        .stop = stop.token(),
                                                        .patience = {.attempts = 1}});
    auto inspection = app::inspect(connections, loaded.loaded, loaded.plan);
    append(problems, std::move(inspection.problems));
    append(problems, std::move(inspection.unanswered));
    auto others = app::inspect_others(connections, loaded.loaded);
    append(problems, std::move(others.problems));
    append(problems, std::move(others.unanswered));
    config::tidy(problems);
    return !stop.token().stop_requested();
  }

  Exit exit_of(Problems const& problems) const {
    if (has_errors(problems)) return Exit::findings;
    for (auto const& problem : problems)
      if (strict_ && problem.severity == Severity::warning) return Exit::warnings;
    return Exit::fine;
  }

  std::vector<std::string> files_;
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json, Format::github, Format::sarif}};
  DayOption day_;
  ShowsOption shows_;
  bool strict_ = false;
  bool ignore_environment_ = false;
  bool online_ = false;
};

}  // namespace

std::unique_ptr<Command> make_validate() { return std::make_unique<Validate>(); }

}  // namespace sievarr::cli

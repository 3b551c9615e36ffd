#include "cli/options/count.hpp"
#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"

#include <sievarr/derive/json.hpp>
#include <sievarr/derive/print.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace sievarr::cli {

/// What programs read about what happened.
struct ActivityReport {
  int sievarr_activity = 1;
  std::vector<status::ActivityRecord> activity;
};
BOOST_DESCRIBE_STRUCT(ActivityReport, (), (sievarr_activity, activity))

constexpr auto notes_of(reflect::Of<ActivityReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ActivityReport::sievarr_activity>{.text = "Version of this format."},
      Note<&ActivityReport::activity>{.text = "What happened, the newest first."},
  };
}

/// Something that happened, as a line of a table.
struct ActivityRow {
  Instant at = {};
  status::ActivityKind kind = status::ActivityKind::cycle;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(ActivityRow, (), (at, kind, what))

constexpr auto notes_of(reflect::Of<ActivityRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ActivityRow::at>{.text = "When it happened."},
      Note<&ActivityRow::kind>{.text = "What sort of thing it was."},
      Note<&ActivityRow::what>{.text = "What happened."},
  };
}

namespace {

using os::Exit;

/// What happened, by the daemon where one is there, else by what is stored.
class ActivityList final : public Command {
 public:
  void declare(Syntax& syntax) override {
    constexpr std::int64_t most = 1000;
    syntax.add({.name = "--limit",
                .takes = "N",
                .meaning = "how much of it at most: 20 unless you say more, up to 1000",
                .into = &limit_,
                .check = between(1, most)});
    config_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr activity\n"
        "sievarr activity --limit 100 --json | jq -r '.activity[].words'";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::ask, "activity");
    if (!operations) return fail(console, operations.error());
    auto activity = (*operations)->latest_activity(static_cast<std::int64_t>(limit_));
    if (!activity) return fail(console, activity.error());
    if (output_.format() == Format::json) {
      console.out << derive::to_json(ActivityReport{.activity = *std::move(activity)}) << '\n';
      return Exit::fine;
    }
    std::vector<ActivityRow> rows;
    for (auto& record : *activity)
      rows.push_back({record.at, record.kind, std::move(record.words)});
    console.out << (rows.empty() ? "nothing has happened yet\n"
                                 : derive::print_table<ActivityRow>(rows));
    return Exit::fine;
  }

 private:
  std::size_t limit_ = 20;
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_activity() { return std::make_unique<ActivityList>(); }

}  // namespace sievarr::cli

#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/judged_text.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"

#include <sievarr/adding/review_queue.hpp>
#include <sievarr/derive/json.hpp>

#include <ostream>
#include <utility>
#include <vector>

namespace sievarr::cli {

/// What programs read about the shows that wait for a person.
struct ReviewReport {
  int sievarr_review = 1;
  std::vector<filter::JudgedShow> shows;
};
BOOST_DESCRIBE_STRUCT(ReviewReport, (), (sievarr_review, shows))

constexpr auto notes_of(reflect::Of<ReviewReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ReviewReport::sievarr_review>{.text = "Version of this format."},
      Note<&ReviewReport::shows>{.text = "The shows that wait for a person."},
  };
}

namespace {

using os::Exit;

/// The shows of the local catalogue that wait for a person.
class ReviewList final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    output_.declare(syntax);
    syntax.examples =
        "sievarr review list\n"
        "sievarr review list --json | jq '.shows[].id'";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::read, "review list");
    if (!operations) return fail(console, operations.error());
    ReviewReport report;
    std::vector<report::JudgedRow> rows;
    auto const looked =
        (*operations)->look_at_shows([&](filter::Table const& table, adding::Roster const& roster) {
          auto queue = adding::review_queue(config->plan, table, roster);
          for (auto& each : queue.shows) {
            rows.push_back(report::judged_row(config->plan, each.show));
            report.shows.push_back(std::move(each.judged));
          }
        });
    if (!looked) return fail(console, looked.error());
    if (output_.format() == Format::json)
      console.out << derive::to_json(report) << '\n';
    else if (report.shows.empty())
      console.out << "no show is in review\n";
    else
      console.out << judged_as_text(rows, 0, console.width)
                  << "\nlet one in with sievarr review approve ID, keep it out with sievarr "
                     "review skip ID\n";
    return Exit::fine;
  }

 private:
  ConfigOption config_;
  OutputOption output_{{Format::text, Format::json}};
};

}  // namespace

std::unique_ptr<Command> make_review_list() { return std::make_unique<ReviewList>(); }

}  // namespace sievarr::cli

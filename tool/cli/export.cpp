#include "cli/commands.hpp"
#include "cli/config_option.hpp"
#include "cli/storage.hpp"
#include "os/gzip.hpp"
#include "os/write_file.hpp"
#include "work/catalogue.hpp"

#include <sievarr/wire/export.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {

/// A show of an export, and what has become of it.
struct ShowWithStatus {
  Show show;
  std::optional<decide::Processing> processing;
};
BOOST_DESCRIBE_STRUCT(ShowWithStatus, (), (show, processing))

constexpr auto notes_of(reflect::Of<ShowWithStatus>) {
  using reflect::Note;
  return std::tuple{Note<&ShowWithStatus::show>{.spread = true},
                    Note<&ShowWithStatus::processing>{.text = "What has become of it."}};
}

namespace {

using os::Exit;

/// The local catalogue as a file that every command reads.
class Export final : public Command {
 public:
  void declare(CLI::App& parser) override {
    parser.add_option("--out", file_, "the file to write, packed where its name ends in .gz")
        ->type_name("FILE");
    parser.add_flag("--with-status", with_status_, "also what has become of each show");
    config_.declare(parser);
    parser.footer(
        "sievarr export --out shows.ndjson.gz\n"
        "sievarr export | jq -r 'select(.rating > 9).title'\n"
        "sievarr export --with-status | jq -r 'select(.processing.status == \"failed\").title'");
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto database = store::open_to_read(database_of(config->loaded.config.storage));
    if (!database) return fail(console, database.error());
    work::Catalogue catalogue(*database);
    if (auto const loaded = catalogue.load(); !loaded) return fail(console, loaded.error());
    auto const text = with_status_ ? lines_with_status(catalogue) : lines(catalogue.table());
    if (!text) return fail(console, text.error());
    if (file_.empty()) {
      console.out << *text;
      return Exit::fine;
    }
    auto const written = os::write_file(file_, file_.ends_with(".gz") ? os::gzip(*text) : *text);
    if (!written) return fail(console, written.error());
    console.out << catalogue.table().present() << " shows are in " << file_ << '\n';
    return Exit::fine;
  }

 private:
  static std::string header() {
    std::string text;
    wire::append_export_header(text);
    return text;
  }

  static Outcome<std::string> lines(filter::Table const& shows) {
    auto text = header();
    for (auto const row : shows.by_id())
      if (shows.gone()[row] == 0) wire::append_export_line(text, shows.show(row));
    return text;
  }

  static Outcome<std::string> lines_with_status(work::Catalogue& catalogue) {
    auto text = header();
    auto const& shows = catalogue.table();
    for (auto const row : shows.by_id()) {
      if (shows.gone()[row] != 0) continue;
      auto processing = catalogue.stored().processing(shows.ids()[row]);
      if (!processing) return processing.error();
      derive::append_json(text, ShowWithStatus{shows.show(row), *std::move(processing)});
      text += '\n';
    }
    return text;
  }

  std::string file_;
  bool with_status_ = false;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace sievarr::cli

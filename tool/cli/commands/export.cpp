#include "cli/options/config_option.hpp"
#include "cli/options/storage.hpp"
#include "commands.hpp"
#include "os/gzip.hpp"
#include "os/write_file.hpp"
#include "store/catalogue.hpp"

#include <sievarr/wire/export.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <unordered_set>
#include <utility>

namespace sievarr::cli {

/// A show of an export, and what has become of it.
struct ShowWithStatus {
  Show show;
  std::optional<adding::ShowState> processing;
};
BOOST_DESCRIBE_STRUCT(ShowWithStatus, (), (show, processing))

constexpr auto notes_of(reflect::Of<ShowWithStatus>) {
  using reflect::Note;
  return reflect::Notes{Note<&ShowWithStatus::show>{.spread = true},
                        Note<&ShowWithStatus::processing>{.text = "What has become of it."}};
}

namespace {

using os::Exit;

/// The local catalogue as a file that every command reads.
class Export final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "--out",
                .takes = "FILE",
                .meaning = "the file to write, packed where its name ends in .gz",
                .into = &file_});
    syntax.add({.name = "--with-status",
                .meaning = "also what has become of each show",
                .into = &with_status_});
    config_.declare(syntax);
    syntax.examples =
        "sievarr export --out shows.ndjson.gz\n"
        "sievarr export | jq -r 'select(.rating > 9).title'\n"
        "sievarr export --with-status | jq -r 'select(.processing.status == \"failed\").title'";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto database = store::open_to_read(database_of(config->loaded.config.storage));
    if (!database) return fail(console, database.error());
    auto const done = file_.empty() ? print(*database, console) : save(*database, console);
    return done ? Exit::fine : fail(console, done.error());
  }

 private:
  Outcome<Done> print(store::Database& database, Console& console) const {
    auto const shows =
        each_piece(database, [&](std::string const& piece) { console.out << piece; });
    return shows ? Outcome<Done>(Done{}) : shows.error();
  }

  Outcome<Done> save(store::Database& database, Console& console) const {
    std::string text;
    auto const shows = each_piece(database, [&](std::string const& piece) { text += piece; });
    if (!shows) return shows.error();
    auto const written = os::write_file(file_, file_.ends_with(".gz") ? os::gzip(text) : text);
    if (written) console.out << *shows << " shows are in " << file_ << '\n';
    return written;
  }

  /// Calls take(std::string) with some lines at a time; how many shows there were.
  template <class Take>
  Outcome<std::size_t> each_piece(store::Database& database, Take take) const {
    store::Catalogue stored(database);
    auto const gone = gone_shows(stored);
    if (!gone) return gone.error();
    std::size_t shows = 0;
    std::string piece;
    wire::append_export_header(piece);
    std::optional<Failure> failure;
    auto const read = stored.shows().each([&](Show const& show) {
      if (failure || gone->count(show.id) != 0) return;
      ++shows;
      if (auto const appended = append(piece, show, stored); !appended) failure = appended.error();
      if (piece.size() < piece_size) return;
      take(piece);
      piece.clear();
    });
    if (!read) return read.error();
    if (failure) return *failure;
    take(piece);
    return shows;
  }

  Outcome<Done> append(std::string& text, Show const& show, store::Catalogue& stored) const {
    if (!with_status_) {
      wire::append_export_line(text, show);
      return Done{};
    }
    auto processing = stored.show_states().find(show.id);
    if (!processing) return processing.error();
    derive::append_json(text, ShowWithStatus{show, *std::move(processing)});
    text += '\n';
    return Done{};
  }

  static Outcome<std::unordered_set<std::int64_t>> gone_shows(store::Catalogue& stored) {
    auto const absences = stored.mirror().absences();
    if (!absences) return absences.error();
    std::unordered_set<std::int64_t> gone;
    for (auto const& absence : *absences)
      if (absence.gone) gone.insert(absence.show_id);
    return gone;
  }

  static constexpr std::size_t piece_size = std::size_t{1} << 20;

  std::string file_;
  bool with_status_ = false;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace sievarr::cli

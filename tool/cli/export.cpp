#include "cli/commands.hpp"
#include "cli/config_option.hpp"
#include "cli/storage.hpp"
#include "os/gzip.hpp"
#include "os/write_file.hpp"

#include <sievarr/wire/export.hpp>

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// The local catalogue as a file that every command reads.
class Export final : public Command {
 public:
  void declare(CLI::App& parser) override {
    parser.add_option("--out", file_, "the file to write, packed where its name ends in .gz")
        ->type_name("FILE");
    config_.declare(parser);
    parser.footer(
        "sievarr export --out shows.ndjson.gz\n"
        "sievarr export | jq -r 'select(.rating > 9).title'");
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const shows = stored_shows(config->loaded.config.storage);
    if (!shows) return fail(console, shows.error());
    std::string text;
    wire::append_export_header(text);
    for (auto const row : shows->by_id()) {
      if (shows->gone()[row] == 0) wire::append_export_line(text, shows->show(row));
      if (file_.empty() && text.size() > piece) console.out << std::exchange(text, {});
    }
    if (file_.empty()) {
      console.out << text;
      return Exit::fine;
    }
    auto const written = os::write_file(file_, file_.ends_with(".gz") ? os::gzip(text) : text);
    if (!written) return fail(console, written.error());
    console.out << shows->present() << " shows are in " << file_ << '\n';
    return Exit::fine;
  }

 private:
  static constexpr std::size_t piece = 1 << 20;

  std::string file_;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace sievarr::cli

#include "cli/options/config_option.hpp"
#include "cli/options/count.hpp"
#include "cli/options/storage.hpp"
#include "commands.hpp"
#include "store/catalogue.hpp"
#include "store/tvmaze_sync.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// What tvmaze-sync knew, into a storage that is still empty.
class ImportTvmazeSync final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "DIR",
                .meaning = "the folder in which tvmaze-sync kept its shows.db",
                .into = &folder_,
                .required = true});
    syntax.add(
        {.name = "--instance",
         .takes = "NAME",
         .meaning = "the instance that it added to; the first of the config when nothing is said",
         .into = &instance_});
    config_.declare(syntax);
    syntax.examples = "sievarr import tvmaze-sync /old/data --config config.yaml";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const instance = chosen(config->loaded.config, console);
    if (!instance) return Exit::misused;
    auto const imported = store::read_tvmaze_sync(folder_, *instance);
    if (!imported) return fail(console, imported.error());
    auto own = own_storage(config->loaded.config.storage, "import");
    if (!own) return fail(console, own.error());
    if (auto const done = fill(own->database, *imported); !done) return fail(console, done.error());
    tell(*imported, console);
    return Exit::fine;
  }

 private:
  /// The name of the instance; none where it cannot be told, which has been said by then.
  std::optional<std::string> chosen(config::Config const& config, Console& console) const {
    auto const& instances = config.sonarr;
    if (instance_.empty()) return instances.empty() ? "sonarr" : instances.begin()->server.name;
    auto const is_meant = [&](auto const& each) { return each.server.name == instance_; };
    if (std::any_of(instances.begin(), instances.end(), is_meant)) return instance_;
    complain(console, {.text = "the config has no instance " + sievarr::quoted(instance_),
                       .hint = "name one of those under sonarr, or leave --instance out"});
    return std::nullopt;
  }

  static Outcome<Done> fill(store::Database& database, store::Imported const& imported) {
    auto const shows = database.number("SELECT count(*) FROM shows");
    if (!shows) return shows.error();
    if (*shows > 0)
      return Failure{.kind = Failure::Kind::refused,
                     .text = "the storage has " + counted(*shows, "show", "shows") + " already",
                     .hint = "import into an empty one: --set storage.path=/new/folder"};
    return store::Catalogue(database).write(imported.changes);
  }

  static void tell(store::Imported const& imported, Console& console) {
    for (auto const& warning : imported.warnings) console.error << "warning: " << warning << '\n';
    auto const& rows = imported.changes.processing;
    auto const with = [&](adding::Status status) {
      auto const count = std::count_if(rows.begin(), rows.end(),
                                       [&](auto const& row) { return row.status == status; });
      return reflect::counted_as(count, status);
    };
    console.out << counted(imported.changes.shows.size(), "show is", "shows are") << " imported, "
                << with(adding::Status::added) << ", " << with(adding::Status::exists) << ", "
                << with(adding::Status::skipped) << "\n"
                << "the rest is judged anew by the next cycle, see sievarr sync\n";
  }

  std::string folder_;
  std::string instance_;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_import_tvmaze_sync() { return std::make_unique<ImportTvmazeSync>(); }

}  // namespace sievarr::cli

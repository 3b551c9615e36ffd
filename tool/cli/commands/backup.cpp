#include "store/backup.hpp"
#include "cli/options/config_option.hpp"
#include "cli/options/storage.hpp"
#include "commands.hpp"

#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;

/// Copies the storage, also while a daemon uses it.
class Backup final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add(
        {.name = "FILE", .meaning = "where the copy goes", .into = &file_, .required = true});
    config_.declare(syntax);
    syntax.examples = "sievarr backup /backups/shows.db";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const done = store::backup(database_of(config->loaded.config.storage), file_);
    if (!done) return fail(console, done.error());
    console.out << "a copy of the storage is in " << file_ << '\n';
    return Exit::fine;
  }

 private:
  std::string file_;
  ConfigOption config_;
};

/// Puts a copy in the place of the storage.
class Restore final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "FILE",
                .meaning = "the copy that a backup made",
                .into = &file_,
                .required = true});
    config_.declare(syntax);
    syntax.examples = "sievarr restore /backups/shows.db";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const& storage = config->loaded.config.storage;
    auto const lock = lock_storage(storage, "restore");
    if (!lock) return fail(console, lock.error());
    auto const done = store::restore(file_, database_of(storage));
    if (!done) return fail(console, done.error());
    console.out << "the storage is as it was in " << file_ << '\n';
    if (!done->kept.empty())
      console.out << "what was there before is kept in " << done->kept << '\n';
    return Exit::fine;
  }

 private:
  std::string file_;
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_backup() { return std::make_unique<Backup>(); }
std::unique_ptr<Command> make_restore() { return std::make_unique<Restore>(); }

}  // namespace sievarr::cli

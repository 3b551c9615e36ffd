#include "app/access/credentials.hpp"
#include "app/state/storage.hpp"
#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "commands.hpp"
#include "os/file.hpp"
#include "os/paint.hpp"
#include "serve/access/set_up.hpp"

#include <sievarr/base/text.hpp>

#include <istream>
#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {
namespace {

using os::Exit;

/// One line that is typed or comes in, which nobody sees.
value::Secret typed_secret(Console& console, std::string_view prompt) {
  if (console.terminal == Console::Terminal::yes) console.error << prompt << std::flush;
  std::string line;
  {
    os::QuietInput const quiet;
    std::getline(console.in, line);
  }
  if (console.terminal == Console::Terminal::yes) console.error << '\n';
  return value::Secret(std::string(trimmed(line)));
}

/// Sets the password of the page.
class SetPassword final : public Command {
 public:
  void declare(Syntax& syntax) override {
    syntax.add({.name = "--keys", .meaning = "revoke all keys of the API as well", .into = &keys_});
    config_.declare(syntax);
    syntax.examples =
        "sievarr access password\n"
        "sievarr access password <password.txt\n"
        "sievarr access password --keys";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(OwnOperations::Access::write, "access password");
    if (!operations) return fail(console, operations.error());
    auto const access = (*operations)->access();
    if (!access) return fail(console, access.error());
    auto password = typed_secret(console, "the new password: ");
    using Keys = app::NewPassword::Keys;
    auto const done = (*access)->set_password(
        {.password = std::move(password), .keys = keys_ ? Keys::revoke : Keys::keep},
        {.name = "the command line"});
    if (!done) return fail(console, done.error());
    console.out
        << "the password is set, and whoever was signed in with the old one is signed out\n";
    if (config->loaded.config.access.mode != config::AccessMode::password)
      console.out << "the page does not ask for it yet: set access.mode to password\n";
    return Exit::fine;
  }

 private:
  bool keys_ = false;
  ConfigOption config_;
};

/// Prints the token that a fresh installation is set up with.
class PrintToken final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    syntax.examples =
        "sievarr access token\n"
        "docker exec sievarr /sievarr access token";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const path = config->loaded.config.storage.path + "/" + std::string(serve::token_file);
    if (!os::exists(path))
      return fail(console, {.kind = Failure::Kind::missing,
                            .text = "there is no token: the program is set up, or no daemon runs",
                            .hint = "set a password: sievarr access password"});
    auto const token = os::read_file(path, 4096);
    if (!token) return fail(console, token.error());
    console.out << trimmed(*token) << '\n';
    return Exit::fine;
  }

 private:
  ConfigOption config_;
};

/// Forgets the password, so that the page can be set up anew.
class ResetAccess final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    syntax.examples = "sievarr access reset";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const& storage = config->loaded.config.storage;
    auto const lock = lock_storage(storage, "access reset");
    if (!lock) return fail(console, lock.error());
    auto opened = app::Storage::open(storage.path, app::Storage::Access::write);
    if (!opened) return fail(console, opened.error());
    os::SystemClock clock{{}};
    auto credentials = app::Credentials::load((*opened)->catalogue(), clock);
    if (!credentials) return fail(console, credentials.error());
    auto const done = (*credentials)->reset({.name = "the command line"});
    if (!done) return fail(console, done.error());
    console.out
        << "there is no password any more; where there is no config either, the page can be "
           "set up anew\n";
    return Exit::fine;
  }

 private:
  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_access_password() { return std::make_unique<SetPassword>(); }
std::unique_ptr<Command> make_access_token() { return std::make_unique<PrintToken>(); }
std::unique_ptr<Command> make_access_reset() { return std::make_unique<ResetAccess>(); }

}  // namespace sievarr::cli

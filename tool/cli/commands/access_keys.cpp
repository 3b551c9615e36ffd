#include "cli/options/operations.hpp"
#include "cli/options/storage.hpp"
#include "cli/text/access_text.hpp"
#include "cli/text/output.hpp"
#include "commands.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/derive/json.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace sievarr::cli {
namespace {

using os::Exit;

access::Author command_line() { return {.name = "the command line"}; }

/// The number that somebody names; nothing where it is none.
std::optional<std::int64_t> number_in(std::string const& text, Console& console) {
  auto const number = to_integer(text);
  if (!number)
    complain(console, {.text = "expected a number, got " + quoted(text),
                       .hint = "the list says which there are"});
  return number;
}

/// What a command needs of a config and of who holds the storage, and what it does with that.
class AccessCommand : public Command {
 public:
  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    OwnOperations own(*config, console);
    auto const operations = own.open(needs_, "access");
    if (!operations) return fail(console, operations.error());
    auto const access = (*operations)->access();
    if (!access) return fail(console, access.error());
    return act(**access, console);
  }

 protected:
  explicit AccessCommand(OwnOperations::Access needs) : needs_(needs) {}
  virtual Exit act(app::AccessOperations& access, Console& console) = 0;

  ConfigOption config_;

 private:
  OwnOperations::Access needs_;
};

/// Prints a list, as text or for programs.
template <class Answer>
class AccessList final : public AccessCommand {
 public:
  using Ask = Outcome<Answer> (app::AccessOperations::*)();

  AccessList(Ask ask, std::string examples)
      : AccessCommand(OwnOperations::Access::ask), ask_(ask), examples_(std::move(examples)) {}

  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    output_.declare(syntax);
    syntax.examples = examples_;
  }

 private:
  Exit act(app::AccessOperations& access, Console& console) override {
    auto const answer = (access.*ask_)();
    if (!answer) return fail(console, answer.error());
    if (output_.format() == Format::json)
      console.out << derive::to_json(*answer) << '\n';
    else
      console.out << access_as_text(*answer);
    return Exit::fine;
  }

  Ask ask_;
  std::string examples_;
  OutputOption output_{{Format::text, Format::json}};
};

/// Ends a session or revokes a key, by its number.
class AccessEnd final : public AccessCommand {
 public:
  using End = Outcome<bool> (app::AccessOperations::*)(std::int64_t, access::Author const&);
  struct Words {
    std::string what;
    std::string done;
    std::string example;
  };

  AccessEnd(End end, Words words)
      : AccessCommand(OwnOperations::Access::write), end_(end), words_(std::move(words)) {}

  void declare(Syntax& syntax) override {
    syntax.add({.name = "NUMBER",
                .meaning = "as the list of them says",
                .into = &number_,
                .required = true});
    config_.declare(syntax);
    syntax.examples = words_.example;
  }

 private:
  Exit act(app::AccessOperations& access, Console& console) override {
    auto const number = number_in(number_, console);
    if (!number) return Exit::misused;
    auto const ended = (access.*end_)(*number, command_line());
    if (!ended) return fail(console, ended.error());
    if (!*ended)
      return fail(console, {.kind = Failure::Kind::missing,
                            .text = "there is no " + words_.what + " " + number_,
                            .hint = "the list says which there are"});
    console.out << words_.what << " " << number_ << " " << words_.done << '\n';
    return Exit::fine;
  }

  End end_;
  Words words_;
  std::string number_;
};

/// Makes a key and prints it, which happens once.
class MakeKey final : public AccessCommand {
 public:
  MakeKey() : AccessCommand(OwnOperations::Access::write) {}

  void declare(Syntax& syntax) override {
    syntax.add({.name = "DESCRIPTION",
                .meaning = "what the key is for",
                .into = &description_,
                .required = true});
    syntax.add({.name = "--scope",
                .takes = "read|act|owner",
                .meaning = "what who has it may do (default: read)",
                .into = &scope_});
    syntax.add({.name = "--expires",
                .takes = "TIME",
                .meaning = "until when it is good, such as 2027-01-31T10:30:00Z",
                .into = &expires_});
    config_.declare(syntax);
    syntax.examples =
        "sievarr access keys make homepage\n"
        "sievarr access keys make \"nightly script\" --scope act --expires 2027-01-31T00:00:00Z";
  }

 private:
  Exit act(app::AccessOperations& access, Console& console) override {
    api::NewKey key{.description = description_};
    auto const scope = reflect::ScalarOf<access::Scope>::read(scope_.empty() ? "read" : scope_);
    auto const expires = to_instant(expires_);
    if (!scope || (!expires_.empty() && !expires) || trimmed(description_).empty()) {
      complain(console, {.text = scope ? "expected a description, and a time such as "
                                         "2027-01-31T10:30:00Z"
                                       : scope.error().message,
                         .hint = "see: sievarr help access keys make"});
      return Exit::misused;
    }
    key.scope = *scope;
    key.expires = expires;
    auto const made = access.make_key(key, command_line());
    if (!made) return fail(console, made.error());
    console.out << made->key << '\n';
    console.error << "key " << made->id << " is shown this once; send it as X-Api-Key\n";
    return Exit::fine;
  }

  std::string description_;
  std::string scope_;
  std::string expires_;
};

}  // namespace

std::unique_ptr<Command> make_access_keys() {
  return std::make_unique<AccessList<api::KeysAnswer>>(
      &app::AccessOperations::list_keys, "sievarr access keys\nsievarr access keys --json");
}
std::unique_ptr<Command> make_access_keys_make() { return std::make_unique<MakeKey>(); }
std::unique_ptr<Command> make_access_keys_revoke() {
  return std::make_unique<AccessEnd>(
      &app::AccessOperations::revoke_key,
      AccessEnd::Words{"key", "is revoked", "sievarr access keys revoke 2"});
}
std::unique_ptr<Command> make_access_sessions() {
  return std::make_unique<AccessList<api::SessionsAnswer>>(
      &app::AccessOperations::list_sessions,
      "sievarr access sessions\nsievarr access sessions --json");
}
std::unique_ptr<Command> make_access_sessions_end() {
  return std::make_unique<AccessEnd>(
      &app::AccessOperations::end_session,
      AccessEnd::Words{"session", "is signed out", "sievarr access sessions end 3"});
}

}  // namespace sievarr::cli

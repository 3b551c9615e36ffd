#include "application.hpp"

#include <sievarr/api/problem.hpp>
#include <sievarr/api/system.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/config/revision.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/editor/kept_secrets.hpp>

#include <utility>

namespace sievarr::app {
namespace {

using api::Refusal;
using api::Wrong;

Refusal refusal_of(Failure const& failure) {
  return api::refusal(Wrong::config_unwritten, failure.text, failure.hint);
}

Refusal has_problems(std::string title, Problems const& problems) {
  return api::refusal(Wrong::bad_config, std::move(title), to_text(problems.front()), problems);
}

/// Errors alone, the first of which is told.
Problems errors_of(Problems problems) {
  std::erase_if(problems, [](Problem const& each) { return each.severity != Severity::error; });
  return problems;
}

}  // namespace

/// Why the file is not changed from here, if it is not.
std::optional<Refusal> Application::locked_config() const {
  if (!file_.is_named())
    return api::refusal(Wrong::config_locked, "there is no file to change",
                        "start the daemon with a file");
  if (!config_in_force()->config().server.edit_config)
    return api::refusal(Wrong::config_locked, "the config is changed in its file only",
                        "write server.edit_config: true there, to change it from here");
  return std::nullopt;
}

Result<api::ConfigFile, Refusal> Application::config_file() const {
  auto const locked = locked_config();
  api::ConfigFile answer{.name = dependencies_.config_path, .text = {}, .sha256 = {}};
  if (locked) answer.locked = locked->title + "; " + locked->detail;
  answer.editable = !locked;
  if (!file_.is_named()) return answer;
  auto const text = file_.read();
  if (!text) return refusal_of(text.error());
  answer.text = editor::KeptSecrets(*text).lent();
  answer.sha256 = sha256_hex(*text);
  return answer;
}

Result<Reloaded, Refusal> Application::change_config(api::ConfigChange const& change) {
  std::lock_guard const one_at_a_time(reloading_);
  if (!ready()) return refusal_of(not_ready());
  if (auto locked = locked_config()) return *std::move(locked);
  auto const file = file_.read();
  if (!file) return refusal_of(file.error());
  if (sha256_hex(*file) != change.sha256)
    return api::refusal(Wrong::config_changed, "the file has changed meanwhile",
                        "read it again, and make the change there");
  auto const text = editor::KeptSecrets(*file).back(change.text);
  if (!text) return api::refusal(Wrong::bad_config, text.error().message);
  auto active = revised_config(*file, change.text, *text);
  if (!active) return active.error();
  auto const check = check_servers(*active);
  if (auto const errors = errors_of(check.problems); !errors.empty())
    return has_problems("a server does not have what the config wants", errors);
  append(active->problems, check.problems);
  auto const written = file_.replace(*file, *text, dependencies_.clock.now());
  if (!written) return refusal_of(written.error());
  note(check);
  return put_in_force(*std::move(active));
}

/// The config that a text makes, unless it has errors or changes what only the file may say.
Result<ActiveConfig, Refusal> Application::revised_config(std::string const& file,
                                                          std::string const& sent,
                                                          std::string const& text) const {
  auto active = dependencies_.try_text(os::day_of(dependencies_.clock.now()), text);
  if (!active) return refusal_of(active.error());
  if (auto const errors = errors_of(active->problems); !errors.empty())
    return has_problems("the config has errors", errors);
  auto const tree = [](std::string const& each) { return document::read_yaml(each, "").value; };
  auto const refused = config::refused_changes({.before = config_in_force()->loaded,
                                                .after = active->loaded,
                                                .file_before = tree(file),
                                                .file_after = tree(text),
                                                .sent = tree(sent)});
  if (!refused.empty()) return has_problems("this is not changed from here", refused);
  return *std::move(active);
}

}  // namespace sievarr::app

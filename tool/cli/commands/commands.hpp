#pragma once

#include "command.hpp"

#include <memory>
#include <span>
#include <string_view>

namespace sievarr::cli {

/// How a command is found and introduced. Words of a name after the first are commands below it.
struct Entry {
  std::string_view name;               ///< "config show"
  std::string_view summary;            ///< What it does, in one line.
  std::unique_ptr<Command> (*make)();  ///< None for a command that only has others below it.
};

/// Commands that help lists together.
struct EntryGroup {
  std::string_view heading;  ///< "ON YOUR OWN FILES"
  std::span<Entry const> entries;
};

/// All commands, as help lists them: one line there for one file beside it.
std::span<EntryGroup const> commands();

std::unique_ptr<Command> make_access_keys();
std::unique_ptr<Command> make_access_keys_make();
std::unique_ptr<Command> make_access_keys_revoke();
std::unique_ptr<Command> make_access_password();
std::unique_ptr<Command> make_access_reset();
std::unique_ptr<Command> make_access_sessions();
std::unique_ptr<Command> make_access_sessions_end();
std::unique_ptr<Command> make_access_token();
std::unique_ptr<Command> make_activity();
std::unique_ptr<Command> make_apply();
std::unique_ptr<Command> make_backup();
std::unique_ptr<Command> make_completion();
std::unique_ptr<Command> make_config_docs();
std::unique_ptr<Command> make_config_migrate();
std::unique_ptr<Command> make_config_sample();
std::unique_ptr<Command> make_config_schema();
std::unique_ptr<Command> make_config_show();
std::unique_ptr<Command> make_demo();
std::unique_ptr<Command> make_diff();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_healthcheck();
std::unique_ptr<Command> make_help();
std::unique_ptr<Command> make_import_tvmaze_sync();
std::unique_ptr<Command> make_jobs();
std::unique_ptr<Command> make_jobs_cut();
std::unique_ptr<Command> make_jobs_pause();
std::unique_ptr<Command> make_jobs_resume();
std::unique_ptr<Command> make_jobs_run();
std::unique_ptr<Command> make_judge();
std::unique_ptr<Command> make_plan();
std::unique_ptr<Command> make_restore();
std::unique_ptr<Command> make_retry();
std::unique_ptr<Command> make_review_approve();
std::unique_ptr<Command> make_review_later();
std::unique_ptr<Command> make_review_list();
std::unique_ptr<Command> make_review_reject();
std::unique_ptr<Command> make_review_skip();
std::unique_ptr<Command> make_review_undo();
std::unique_ptr<Command> make_run();
std::unique_ptr<Command> make_skip();
std::unique_ptr<Command> make_sync();
std::unique_ptr<Command> make_test();
std::unique_ptr<Command> make_unskip();
std::unique_ptr<Command> make_validate();
std::unique_ptr<Command> make_version();
std::unique_ptr<Command> make_why();

}  // namespace sievarr::cli

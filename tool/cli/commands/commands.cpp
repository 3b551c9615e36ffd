#include "commands.hpp"

namespace sievarr::cli {
namespace {

constexpr Entry trying[] = {
    {"demo", "run all of it in a made-up world: no account, no network, no config", make_demo},
    {"validate", "check config files; asks nobody, unless told to", make_validate},
    {"why", "say why one show is wanted or not, line by line", make_why},
    {"judge", "print the verdicts on many shows", make_judge},
    {"diff", "say what a change of the config does to many shows, and why", make_diff},
    {"test", "run tests that you wrote for your own filter", make_test},
};

constexpr Entry operating[] = {
    {"run", "be the daemon: mirror, judge and add when it is time, with a page and an API",
     make_run},
    {"sync", "mirror TVMaze, judge it, and add what is wanted to Sonarr, once", make_sync},
    {"plan", "say what the next cycle would add, and what waits for what", make_plan},
    {"apply", "carry out a plan that you have looked at", make_apply},
    {"review", "decide about shows that wait for a person", nullptr},
    {"review list", "list the shows that wait for a person", make_review_list},
    {"review approve", "let shows in review through to Sonarr", make_review_approve},
    {"review skip", "keep shows in review out for good", make_review_skip},
    {"review reject", "the same, as it was called before", make_review_reject},
    {"review later", "ask about shows in review again in 30 days", make_review_later},
    {"review undo", "take back what was decided about shows that were not added yet",
     make_review_undo},
    {"skip", "never add a show, whatever the filter says", make_skip},
    {"unskip", "let the filter decide about a show again", make_unskip},
    {"retry", "try again what was refused, not found, or deleted in Sonarr", make_retry},
    {"activity", "tell what happened: adds, decisions, configs, cycles, holds", make_activity},
    {"jobs", "list what the daemon does by itself, and when", make_jobs},
    {"jobs run", "let the daemon run a job as soon as its lane is free", make_jobs_run},
    {"jobs cut", "let the daemon end the run of a job at its next safe point", make_jobs_cut},
    {"jobs pause", "let no run begin of a job, in a lane or at all, until it is resumed",
     make_jobs_pause},
    {"jobs resume", "take back a pause", make_jobs_resume},
    {"access", "decide who may use the page and the API", nullptr},
    {"access password", "set the password of the page; it is typed, or comes in as a line",
     make_access_password},
    {"access keys", "list the keys of the API that were made", make_access_keys},
    {"access keys make", "make a key of the API, and print it this once", make_access_keys_make},
    {"access keys revoke", "revoke a key of the API", make_access_keys_revoke},
    {"access sessions", "list the browsers that are signed in", make_access_sessions},
    {"access sessions end", "sign a browser out", make_access_sessions_end},
    {"access token", "print the token that a fresh installation is set up with", make_access_token},
    {"access reset", "forget the password, while no daemon runs", make_access_reset},
    {"healthcheck", "ask the daemon whether it lives, for containers", make_healthcheck},
};

constexpr Entry data[] = {
    {"export", "write the local catalogue into a file", make_export},
    {"import", "take over what another program knew", nullptr},
    {"import tvmaze-sync", "take over what tvmaze-sync added, found and gave up",
     make_import_tvmaze_sync},
    {"backup", "copy the storage into a file, also while it is used", make_backup},
    {"restore", "put a copy in the place of the storage", make_restore},
};

constexpr Entry rest[] = {
    {"config", "print the config in one of its forms", nullptr},
    {"config show", "print the config that counts, and where each value comes from",
     make_config_show},
    {"config schema", "print the JSON Schema of the config, for editors", make_config_schema},
    {"config sample", "print a commented config that says every default", make_config_sample},
    {"config migrate", "print a config with its older forms rewritten, comments kept",
     make_config_migrate},
    {"config docs", "print the reference of the config as Markdown", make_config_docs},
    {"version", "print the version, and the licenses of what is built in", make_version},
    {"completion", "print what makes a shell complete commands and options", make_completion},
    {"help", "print the manual of the program or of a command", make_help},
};

constexpr EntryGroup every_group[] = {
    {"TRY", trying},
    {"OPERATE", operating},
    {"DATA", data},
    {"MORE", rest},
};

}  // namespace

std::span<EntryGroup const> commands() { return every_group; }

}  // namespace sievarr::cli

#pragma once

#include <sievarr/api/jobs.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/report/problem_report.hpp>
#include <sievarr/status/daemon_status.hpp>
#include <sievarr/value/secret.hpp>

#include <map>
#include <string>
#include <vector>

/// The daemon itself: how it stands, by which config, and who may talk to it.
namespace sievarr::api {

/// How the daemon stands, and which program it is.
struct SystemStatus {
  std::string version;
  bool dry_run = true;
  std::string filter_hash;
  Instant now = {};
  status::DaemonStatus daemon_status;
  std::map<std::string, JobStatus> jobs;
};
BOOST_DESCRIBE_STRUCT(SystemStatus, (), (version, dry_run, filter_hash, now, daemon_status, jobs))

constexpr auto notes_of(reflect::Of<SystemStatus>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SystemStatus::version>{.text = "The version of the program.", .example = "0.1.0"},
      Note<&SystemStatus::dry_run>{.text = "Whether nothing is sent to any Sonarr."},
      Note<&SystemStatus::filter_hash>{.text = "The filter that is in force."},
      Note<&SystemStatus::now>{.text = "What the clock of the daemon says.",
                               .example = "2026-01-31T10:30:00Z"},
      Note<&SystemStatus::daemon_status>{.spread = true},
      Note<&SystemStatus::jobs>{.text = "How each job stands, by its name."},
  };
}

/// Whether all that the daemon needs works.
struct SystemHealth {
  bool healthy = true;
  status::Health database;
  status::Health tvmaze;
  std::map<std::string, status::Health> instances;
  status::Health config;
  std::vector<std::string> needs_restart;
  std::vector<report::ProblemLine> problems;
};
BOOST_DESCRIBE_STRUCT(SystemHealth, (),
                      (healthy, database, tvmaze, instances, config, needs_restart, problems))

constexpr auto notes_of(reflect::Of<SystemHealth>) {
  using reflect::Note;
  using H = SystemHealth;
  return reflect::Notes{
      Note<&H::healthy>{.text = "Whether all of it works."},
      Note<&H::database>{.text = "Whether what is decided can be stored."},
      Note<&H::tvmaze>{.text = "Whether TVMaze answers."},
      Note<&H::instances>{.text = "Whether each Sonarr answers and has what the config wants."},
      Note<&H::config>{.text = "Whether the config could be read when it was last looked at."},
      Note<&H::needs_restart>{.text = "Settings that have changed and count after a restart."},
      Note<&H::problems>{.text = "What is wrong with the config, as it was last read."},
  };
}

/// The config in force, without its secrets.
struct ConfigReport {
  config::Config config;
  std::string yaml;
  std::vector<report::ProblemLine> problems;
};
BOOST_DESCRIBE_STRUCT(ConfigReport, (), (config, yaml, problems))

constexpr auto notes_of(reflect::Of<ConfigReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ConfigReport::config>{
          .text = "All of it, with its defaults; variables such as ${SONARR_API_KEY} stand for "
                  "secrets."},
      Note<&ConfigReport::yaml>{.text = "The same as YAML."},
      Note<&ConfigReport::problems>{.text = "What there is to say about it."},
  };
}

/// What came of reading the config again.
struct ReloadAnswer {
  std::vector<report::ProblemLine> problems;
  std::vector<std::string> needs_restart;
};
BOOST_DESCRIBE_STRUCT(ReloadAnswer, (), (problems, needs_restart))

constexpr auto notes_of(reflect::Of<ReloadAnswer>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ReloadAnswer::problems>{.text = "What there is to say about it; no errors."},
      Note<&ReloadAnswer::needs_restart>{
          .text = "Settings that have changed and count after a restart."},
  };
}

/// The file of the config, as it may be changed from here.
struct ConfigFile {
  std::string name;
  std::string text;
  std::string sha256;
  bool editable = false;
  std::string locked = {};
};
BOOST_DESCRIBE_STRUCT(ConfigFile, (), (name, text, sha256, editable, locked))

constexpr auto notes_of(reflect::Of<ConfigFile>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ConfigFile::name>{.text = "Its name.", .example = "/config/config.yaml"},
      Note<&ConfigFile::text>{
          .text = "What it says, with comments; variables stand for secrets, and mean what is "
                  "there when they come back."},
      Note<&ConfigFile::sha256>{.text = "Of the file as it is; a change says what it was made of."},
      Note<&ConfigFile::editable>{.text = "Whether it may be changed from here."},
      Note<&ConfigFile::locked>{.text = "Why not; empty where it may."},
  };
}

/// Another text for the file of the config.
struct ConfigChange {
  std::string text;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(ConfigChange, (), (text, sha256))

constexpr auto notes_of(reflect::Of<ConfigChange>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ConfigChange::text>{.text = "The whole text that is to be in force.",
                                .example = "dry_run: true",
                                .required = true},
      Note<&ConfigChange::sha256>{.text = "What was said of the text that it was made of.",
                                  .example = "9f86d081884c7d65",
                                  .required = true},
  };
}

/// How a page asks for a session: with a key, or with name and password.
struct SessionRequest {
  std::optional<value::Secret> key;
  std::optional<std::string> name;
  std::optional<value::Secret> password;
};
BOOST_DESCRIBE_STRUCT(SessionRequest, (), (key, name, password))

constexpr auto notes_of(reflect::Of<SessionRequest>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SessionRequest::key>{.text = "A key of the API."},
      Note<&SessionRequest::name>{.text = "The name, where a password is asked for.",
                                  .example = "admin"},
      Note<&SessionRequest::password>{.text = "The password that belongs to it."},
  };
}

}  // namespace sievarr::api

#pragma once

#include <sievarr/config/access.hpp>
#include <sievarr/config/logging.hpp>
#include <sievarr/config/server.hpp>
#include <sievarr/config/server_kinds.hpp>
#include <sievarr/config/sonarr.hpp>
#include <sievarr/config/storage.hpp>
#include <sievarr/config/sync.hpp>
#include <sievarr/config/tvmaze.hpp>
#include <sievarr/filter/suite/suite.hpp>
#include <sievarr/value/one_or_many.hpp>

namespace sievarr::config {

/// Everything that a person decides: config.yaml.
struct Config {
  Tvmaze tvmaze;
  Sync sync;
  filter::Filter filter;
  value::OneOrMany<Sonarr> sonarr;
  OtherServers others;
  Storage storage;
  Logging logging;
  Server server;
  Access access;
  filter::Tests tests;
  bool dry_run = true;
};
BOOST_DESCRIBE_STRUCT(Config, (),
                      (tvmaze, sync, filter, sonarr, others, storage, logging, server, access,
                       tests, dry_run))

constexpr auto notes_of(reflect::Of<Config>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Config::tvmaze>{.text = "The catalogue that is mirrored.", .facts = {.server = true}},
      Note<&Config::sync>{.text = "How often to look, how much to add, when to ask a person."},
      Note<&Config::filter>{.spread = true},
      Note<&Config::sonarr>{
          .text = "One Sonarr or a list of them; without any, nothing is ever sent.",
          .facts = {.server = true}},
      Note<&Config::others>{.spread = true},
      Note<&Config::storage>{.text = "Where the program keeps what it must not forget.",
                             .facts = {.guarded = true}},
      Note<&Config::logging>{.text = "What the log says, and how."},
      Note<&Config::server>{.text = "The page, the API and the metrics of the daemon.",
                            .facts = {.guarded = true}},
      Note<&Config::access>{.text = "Who may use the page and the API.",
                            .facts = {.guarded = true, .long_name = true}},
      Note<&Config::tests>{.text = "What should become of which shows; \"sievarr test\" tries it.",
                           .example =
                               "- {show: \"tvmaze:44933\", verdict: add, selection: prestige}\n"
                               "- {count: {verdict: add, max: 400}}\n"},
      Note<&Config::dry_run>{
          .text = "Whether everything is decided and shown, but nothing is ever sent."},
  };
}

}  // namespace sievarr::config

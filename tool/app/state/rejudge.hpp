#pragma once

#include "app/activity/event.hpp"
#include "store/catalogue.hpp"

#include <sievarr/adding/roster.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace sievarr::app {

/// Judges everything that is stored by another plan, in one transaction, and touches only the rows
/// that change. When it fails, the roster is ahead of the store.
class JudgeAgain {
 public:
  struct Dependencies {
    store::Database& database;
    store::Catalogue& store;
    filter::Table const& table;
    adding::Roster& roster;
  };

  JudgeAgain(Dependencies dependencies, filter::Plan const& plan, Instant now);

  /// More newly wanted shows than the limit are held.
  Outcome<JudgedAgain> judge(std::size_t limit);

 private:
  using Known = std::pair<adding::VerdictRecord, adding::Roster::Coded>;

  Outcome<Done> judge_rows();
  Outcome<Done> judge_row(std::size_t row, Known const& record);
  Outcome<std::optional<adding::ShowState>> state_of(std::size_t row, std::int64_t id);
  Known const& known(filter::Decision const& decision);
  Outcome<Done> flush();
  Outcome<Done> remember(std::size_t limit);

  Dependencies dependencies_;
  filter::Plan const& plan_;
  adding::VerdictRecords records_;
  Instant now_;
  std::map<std::uint64_t, Known> known_;
  store::Changes changes_;
  JudgedAgain judged_;
};

}  // namespace sievarr::app

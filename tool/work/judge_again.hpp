#pragma once

#include "store/catalogue.hpp"
#include "work/event.hpp"

#include <sievarr/decide/roster.hpp>
#include <sievarr/filter/table.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace sievarr::work {

/// Judges everything that is stored by another plan, in one transaction, and touches only the rows
/// that change. When it fails, the roster is ahead of the store.
class JudgeAgain {
 public:
  struct Stock {
    store::Database& database;
    store::Catalogue& store;
    filter::Table const& table;
    decide::Roster& roster;
  };

  JudgeAgain(Stock stock, filter::Plan const& plan, Instant now);

  /// More newly wanted shows than the limit are held.
  Outcome<JudgedAgain> judge(std::size_t limit);

 private:
  using Known = std::pair<decide::Wish, decide::Roster::Coded>;

  Outcome<Done> judge_rows();
  Outcome<Done> judge_row(std::size_t row, Known const& wish);
  Outcome<std::optional<decide::Processing>> state_of(std::size_t row, std::int64_t id);
  Known const& known(filter::Decision const& decision);
  Outcome<Done> flush();
  Outcome<Done> remember(std::size_t limit);

  Stock stock_;
  filter::Plan const& plan_;
  decide::Wishes wishes_;
  Instant now_;
  std::map<std::uint64_t, Known> known_;
  store::Changes changes_;
  JudgedAgain judged_;
};

}  // namespace sievarr::work

#pragma once

#include <sievarr/base/failure.hpp>

#include <cstdint>
#include <memory>
#include <string_view>

struct sqlite3_stmt;

namespace sievarr::store {

/// A compiled SQL statement: values go in from 1, columns come out from 0. It may be run again and
/// again, and must go before its database.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* compiled) : compiled_(compiled) {}

  void bind(int place, std::int64_t number);
  void bind(int place, double number);
  void bind(int place, std::string_view text);
  void bind_null(int place);
  /// A text that stays where it is until the statement has run, and so is not copied.
  void lend(int place, std::string_view text);

  /// Whether there is a row. Without one it is at its end and begins anew with the next step.
  Outcome<bool> step();
  /// Runs a statement that gives no rows.
  Outcome<Done> run();
  /// Goes back to the beginning; bound values stay.
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double number(int column) const;
  /// Good until the next step.
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* compiled) const;
  };

  void note(int code);

  std::unique_ptr<sqlite3_stmt, Finalize> compiled_;
  int wrong_ = 0;  // The first binding that was not accepted.
};

}  // namespace sievarr::store

#pragma once

#include "database.hpp"
#include "row.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::store {

/// The rows of a described type, as derive/sql.hpp lays them out. It must go before its database.
template <reflect::Described T>
class Table {
 public:
  Table(Database& database, std::string name) : database_(database), name_(std::move(name)) {}

  /// Puts a row in the place of the one with its key, or adds it.
  Outcome<Done> put(T const& value) {
    auto const sql = [&] { return derive::upsert<T>(name_); };
    if (auto const failure = prepare(put_, sql)) return *failure;
    bind(*put_, value);
    return put_->run();
  }

  /// Puts several rows, in their order.
  Outcome<Done> put_all(std::vector<T> const& values) {
    for (auto const& value : values) {
      auto const done = put(value);
      if (!done) return done;
    }
    return Done{};
  }

  /// The row with that key, which has one column or several.
  template <class... Keys>
  Outcome<std::optional<T>> find(Keys const&... keys) {
    auto const sql = [&] {
      return selection() + " WHERE (" + derive::sql_key<T>() + ") = (" + marks(sizeof...(keys)) +
             ")";
    };
    if (auto const failure = prepare(find_, sql)) return *failure;
    int place = 0;
    (bind_value(*find_, ++place, keys), ...);
    std::optional<T> found;
    auto const done = store::each<T>(*find_, [&](T value) { found = std::move(value); });
    if (!done) return done.error();
    return found;
  }

  /// Calls visit(value) for each row, in the order of the key.
  template <class Visit>
  Outcome<Done> each(Visit visit) {
    auto statement = database_.prepare(selection() + " ORDER BY " + derive::sql_key<T>());
    if (!statement) return statement.error();
    return store::each<T>(*statement, visit);
  }

  /// All rows, in the order of the key.
  Outcome<std::vector<T>> all() {
    std::vector<T> rows;
    auto const done = each([&](T value) { rows.push_back(std::move(value)); });
    if (!done) return done.error();
    return rows;
  }

  /// How many rows there are.
  Outcome<std::int64_t> count() { return database_.number("SELECT count(*) FROM " + name_); }

  /// The rows whose key, a number, is below that one: the highest first, so many at most.
  Outcome<std::vector<T>> latest(std::int64_t most, std::int64_t before) {
    auto const key = derive::sql_key<T>();
    auto statement =
        database_.prepare(selection() + " WHERE " + key + " < ? ORDER BY " + key + " DESC LIMIT ?");
    if (!statement) return statement.error();
    statement->bind(1, before);
    statement->bind(2, most);
    return store::all<T>(*statement);
  }

  /// SELECT of all columns, for queries of one's own: what follows says which rows.
  std::string selection() const {
    return "SELECT " + derive::sql_column_list<T>() + " FROM " + name_;
  }

 private:
  static std::string marks(std::size_t count) {
    std::string text = "?";
    while (--count > 0) text += ", ?";
    return text;
  }

  /// The text of a statement costs more than running it, so it is made once.
  template <class Sql>
  std::optional<Failure> prepare(std::optional<Statement>& statement, Sql sql) {
    if (statement) return std::nullopt;
    auto prepared = database_.prepare(sql());
    if (!prepared) return prepared.error();
    statement.emplace(*std::move(prepared));
    return std::nullopt;
  }

  Database& database_;
  std::string name_;
  std::optional<Statement> put_;
  std::optional<Statement> find_;
};

}  // namespace sievarr::store

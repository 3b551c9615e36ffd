#pragma once

#include "statement.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/derive/sql.hpp>
#include <sievarr/document/json_reader.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// How a described value becomes the columns of a row, and back. What sort of column a type has is
/// said by derive/sql.hpp.
namespace sievarr::store {

/// Puts a value into one place of a statement.
template <class T>
void bind_value(Statement& statement, int place, T const& value) {
  if constexpr (reflect::Maybe<T>) {
    if (!value.has_value()) return statement.bind_null(place);
    bind_value(statement, place, *value);
  } else if constexpr (std::integral<T>) {
    statement.bind(place, static_cast<std::int64_t>(value));
  } else if constexpr (std::floating_point<T>) {
    statement.bind(place, static_cast<double>(value));
  } else if constexpr (reflect::Scalar<T>) {
    using Scalar = reflect::ScalarOf<T>;
    static_assert(!Scalar::shape.secret, "a secret is never stored among other things");
    auto const text = Scalar::text(value);
    if constexpr (derive::sql_type<T>() == "INTEGER")
      statement.bind(place, to_integer(text).value_or(0));
    else if constexpr (derive::sql_type<T>() == "REAL")
      statement.bind(place, to_double(text).value_or(0));
    else
      statement.bind(place, std::string_view(text));
  } else {
    statement.bind(place, std::string_view(derive::to_json(value)));
  }
}

/// What was in a column, where that is something such a value is stored as.
template <class T>
struct Stored {
  T value{};
  bool readable = true;
};

/// A list of texts, which is what most rows have of all that is stored as JSON.
inline Stored<std::vector<std::string>> words_in(std::string_view text) {
  Stored<std::vector<std::string>> words;
  document::JsonReader reader(text);
  reader.enter_array();
  while (reader.next_item()) words.value.emplace_back(reader.string());
  words.readable = reader.finish();
  return words;
}

/// Something that is written as one word. What is stored is what we wrote, so it is looked for as
/// it stands before it is read with the patience that people need.
template <reflect::Scalar T>
Stored<T> scalar_in(std::string_view text) {
  if constexpr (std::same_as<T, std::string>) return {std::string(text)};
  if constexpr (reflect::Enumeration<T>)
    for (auto const& named : reflect::enumerators_of<T>())
      if (named.name == text) return {named.value};
  auto value = reflect::ScalarOf<T>::read(text);
  if (!value) return {T{}, false};
  return {*std::move(value)};
}

template <class T>
Stored<T> column_value(Statement const& statement, int column) {
  if constexpr (reflect::Maybe<T>) {
    if (statement.is_null(column)) return {};
    auto inner = column_value<reflect::Inner<T>>(statement, column);
    return {T{std::move(inner.value)}, inner.readable};
  } else if constexpr (std::same_as<T, bool>) {
    return {statement.integer(column) != 0};
  } else if constexpr (std::integral<T>) {
    auto const number = statement.integer(column);
    return {static_cast<T>(number), std::in_range<T>(number)};
  } else if constexpr (std::floating_point<T>) {
    return {static_cast<T>(statement.number(column))};
  } else if constexpr (reflect::Scalar<T>) {
    return scalar_in<T>(statement.text(column));
  } else if constexpr (std::same_as<T, std::vector<std::string>>) {
    return words_in(statement.text(column));
  } else {
    auto read = derive::from_json<T>(statement.text(column), "");
    return {std::move(read.value), !has_errors(read.problems)};
  }
}

/// Puts a field of a value into one place of a statement; the texts in it are only lent.
template <class T>
void bind_field(Statement& statement, int place, T const& field) {
  if constexpr (std::same_as<T, std::optional<std::string>>) {
    field ? statement.lend(place, *field) : statement.bind_null(place);
  } else if constexpr (std::same_as<T, std::string>) {
    statement.lend(place, field);
  } else {
    bind_value(statement, place, field);
  }
}

/// Binds the fields of a value to the places from 1 on, in the order of its description. The value
/// must stay until the statement has run.
template <reflect::Described T>
void bind(Statement& statement, T const& value) {
  int place = 0;
  reflect::for_each_field<T>([&](auto field) { bind_field(statement, ++place, field.in(value)); });
}

/// The row that a statement stands on; its columns are those of sql_column_list<T>.
template <reflect::Described T>
Outcome<T> row(Statement const& statement) {
  T value{};
  int column = 0;
  std::string_view wrong;
  reflect::for_each_field<T>([&](auto field) {
    auto read = column_value<typename decltype(field)::Value>(statement, column);
    if (!read.readable && wrong.empty()) wrong = field.name;
    field.in(value) = std::move(read.value);
    ++column;
  });
  if (wrong.empty()) return value;
  return Failure{.kind = Failure::Kind::corrupt,
                 .text = "a stored row has no " + std::string(wrong) + " that can be read",
                 .hint = "restore a backup"};
}

/// Calls visit(value) for each row that a statement gives from here on.
template <reflect::Described T, class Visit>
Outcome<Done> each(Statement& statement, Visit visit) {
  while (true) {
    auto const found = statement.step();
    if (!found) return found.error();
    if (!*found) return Done{};
    auto value = row<T>(statement);
    if (!value) {
      statement.reset();
      return value.error();
    }
    visit(*std::move(value));
  }
}

/// All rows that a statement gives from here on.
template <reflect::Described T>
Outcome<std::vector<T>> all(Statement& statement) {
  std::vector<T> rows;
  auto const done = each<T>(statement, [&](T value) { rows.push_back(std::move(value)); });
  if (!done) return done.error();
  return rows;
}

}  // namespace sievarr::store

#pragma once

#include <sievarr/reflect/kind.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::derive {

/// How SQLite stores a value: numbers as numbers, dates as their text, lists as JSON text.
template <class T>
constexpr std::string_view sql_type() {
  if constexpr (reflect::Maybe<T>) {
    return sql_type<reflect::Inner<T>>();
  } else if constexpr (reflect::Scalar<T>) {
    using Type = reflect::Shape::Type;
    constexpr auto type = reflect::ScalarOf<T>::shape.type;
    if (type == Type::integer || type == Type::boolean) return "INTEGER";
    return type == Type::number ? "REAL" : "TEXT";
  } else {
    return "TEXT";
  }
}

/// The definition of each column of T: `rating REAL`, `title TEXT NOT NULL`.
template <reflect::Described T>
std::vector<std::string> sql_columns() {
  std::vector<std::string> columns;
  reflect::for_each_field<T>([&](auto field) {
    using Value = typename decltype(field)::Value;
    std::string column{field.name};
    column.append(" ").append(sql_type<Value>());
    if (!reflect::Maybe<Value>) column += " NOT NULL";
    columns.push_back(std::move(column));
  });
  return columns;
}

/// The names of the columns that identify a row, for keys and conflict clauses: `id`.
template <reflect::Described T>
std::string sql_key() {
  std::string key;
  reflect::for_each_field<T>([&](auto field) {
    if (field.key) key.append(key.empty() ? "" : ", ").append(field.name);
  });
  return key;
}

/// `id, title, ...` in the order of the description.
template <reflect::Described T>
std::string sql_column_list() {
  std::string list;
  reflect::for_each_field<T>(
      [&](auto field) { list.append(list.empty() ? "" : ", ").append(field.name); });
  return list;
}

template <reflect::Described T>
std::string create_table(std::string_view table) {
  std::string sql = "CREATE TABLE ";
  sql.append(table).append(" (\n");
  for (auto const& column : sql_columns<T>()) sql.append("  ").append(column).append(",\n");
  return sql.append("  PRIMARY KEY (").append(sql_key<T>()).append(")\n) STRICT;\n");
}

/// Inserts a row, or replaces every other column of the row with that key.
template <reflect::Described T>
std::string upsert(std::string_view table) {
  std::string marks;
  std::string changes;
  reflect::for_each_field<T>([&](auto field) {
    marks += marks.empty() ? "?" : ", ?";
    if (field.key) return;
    changes.append(changes.empty() ? "" : ", ").append(field.name);
    changes.append(" = excluded.").append(field.name);
  });
  std::string sql = "INSERT INTO ";
  sql.append(table).append(" (").append(sql_column_list<T>()).append(") VALUES (").append(marks);
  return sql.append(") ON CONFLICT (")
      .append(sql_key<T>())
      .append(") DO UPDATE SET ")
      .append(changes);
}

}  // namespace sievarr::derive

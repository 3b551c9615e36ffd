#pragma once

#include "store/table.hpp"

#include <sievarr/derive/json.hpp>

#include <optional>
#include <string>
#include <utility>

namespace sievarr::store {

/// Something that is there once, under its name, as JSON.
struct Fact {
  std::string name;
  std::string value;

  bool operator==(Fact const&) const = default;
};

BOOST_DESCRIBE_STRUCT(Fact, (), (name, value))

constexpr auto notes_of(reflect::Of<Fact>) {
  return reflect::Notes{
      reflect::Note<&Fact::name>{.text = "What it is.", .example = "progress", .key = true},
      reflect::Note<&Fact::value>{.text = "The fact, as JSON.", .example = "{}"},
  };
}

/// A fact of a described type: how far something is, from one life of the program to the next.
template <reflect::Described T>
class FactOf {
 public:
  FactOf(Database& database, std::string name)
      : facts_(database, "facts"), name_(std::move(name)) {}

  /// What is stored of it; where nothing is, the default.
  Outcome<T> get() {
    auto const fact = facts_.find(name_);
    if (!fact) return fact.error();
    if (!*fact) return T{};
    auto read = derive::from_json<T>((*fact)->value, name_);
    if (!has_errors(read.problems)) return std::move(read.value);
    return Failure{.kind = Failure::Kind::corrupt,
                   .text = "what is stored of the " + name_ +
                           " cannot be read: " + to_text(read.problems.front()),
                   .hint = "restore a backup"};
  }

  Outcome<Done> put(T const& value) {
    return facts_.put({.name = name_, .value = derive::to_json(value)});
  }

 private:
  Table<Fact> facts_;
  std::string name_;
};

}  // namespace sievarr::store

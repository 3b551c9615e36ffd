#pragma once

#include <sievarr/base/fold.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/reflect/kind.hpp>

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The lines of a list by their fields, as far as they can be asked for and put in order. It
/// follows from the description of a line.
namespace sievarr::api {

/// A value to compare by: a number, or a text that sorts as what it stands for.
using ListValue = std::variant<double, std::string>;

/// What sort of values a field has, as far as asking for them goes.
enum class ListKind : std::uint8_t { text, word, number, moment, day };

template <reflect::Scalar T>
constexpr ListKind list_kind() {
  if constexpr (std::same_as<T, Instant>) return ListKind::moment;
  if constexpr (std::same_as<T, Date>) return ListKind::day;
  if constexpr (reflect::Enumeration<T>) return ListKind::word;
  auto constexpr type = reflect::ScalarOf<T>::shape.type;
  if (type == reflect::Shape::Type::text) return ListKind::text;
  return type == reflect::Shape::Type::boolean ? ListKind::word : ListKind::number;
}

template <reflect::Scalar T>
ListValue list_value(T const& value) {
  if constexpr (std::same_as<T, Instant>)
    return to_fixed_text(value);
  else if constexpr (std::integral<T> || std::floating_point<T>)
    return static_cast<double>(value);
  else if constexpr (list_kind<T>() == ListKind::number)
    return to_double(reflect::word_of(value)).value_or(0);
  else
    return reflect::word_of(value);
}

/// A field of a line: what it is called, how a text becomes a value of it, and which values it has
/// in a line, none where it is absent.
template <class Line>
struct ListField {
  std::string name;
  ListKind kind = ListKind::text;
  bool key = false;
  Result<ListValue, Misfit> (*read)(std::string_view text) = nullptr;
  std::function<void(Line const&, std::vector<ListValue>&)> values = {};
};

/// Collects the fields of a line and of what it has inside. Lists of parts have none.
template <class Line>
class ListFields {
 public:
  ListFields() {
    collect<Line>([](Line const& line) { return &line; });
  }

  std::vector<ListField<Line>> take() && { return std::move(fields_); }

 private:
  template <class T, class Reach>
  void collect(Reach reach) {
    reflect::for_each_field<T>([&](auto field) {
      auto const in_line = [reach, field](Line const& line) {
        auto const* const owner = reach(line);
        return owner == nullptr ? nullptr : &field.in(*owner);
      };
      take<typename decltype(field)::Value>(field.name, field.key, in_line);
    });
  }

  template <class Value, class Reach>
  void take(std::string_view name, bool key, Reach reach) {
    if constexpr (reflect::Scalar<Value>) {
      if constexpr (!reflect::ScalarOf<Value>::shape.secret) add<Value>(name, key, reach);
    } else if constexpr (reflect::Maybe<Value>) {
      take<reflect::Inner<Value>>(name, key, [reach](Line const& line) {
        auto const* const perhaps = reach(line);
        return perhaps == nullptr || !perhaps->has_value() ? nullptr : &**perhaps;
      });
    } else if constexpr (reflect::List<Value>) {
      if constexpr (reflect::Scalar<typename Value::value_type>) add_list<Value>(name, reach);
    } else if constexpr (reflect::Described<Value> && !reflect::Choice<Value>) {
      collect<Value>(reach);
    }
  }

  template <class Value, class Reach>
  void add(std::string_view name, bool key, Reach reach) {
    fields_.push_back({.name = std::string{name},
                       .kind = list_kind<Value>(),
                       .key = key,
                       .read = &read<Value>,
                       .values = [reach](Line const& line, std::vector<ListValue>& values) {
                         if (auto const* const value = reach(line))
                           values.push_back(list_value(*value));
                       }});
  }

  template <class List, class Reach>
  void add_list(std::string_view name, Reach reach) {
    using Value = typename List::value_type;
    fields_.push_back({.name = std::string{name},
                       .kind = list_kind<Value>(),
                       .read = &read<Value>,
                       .values = [reach](Line const& line, std::vector<ListValue>& values) {
                         if (auto const* const list = reach(line))
                           for (auto const& item : *list) values.push_back(list_value<Value>(item));
                       }});
  }

  template <class Value>
  static Result<ListValue, Misfit> read(std::string_view text) {
    auto const value = reflect::ScalarOf<Value>::read(text);
    if (!value) return value.error();
    return list_value(*value);
  }

  std::vector<ListField<Line>> fields_;
};

/// The fields of a line, in the order of its description.
template <class Line>
std::vector<ListField<Line>> list_fields() {
  return ListFields<Line>{}.take();
}

}  // namespace sievarr::api

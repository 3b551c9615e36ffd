#pragma once

#include <sievarr/base/sha256.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/reflect/kind.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::derive {

template <class T>
std::string canonical(T const& value);

template <class T>
consteval bool holds_secret() {
  if constexpr (reflect::Scalar<T>) return reflect::ScalarOf<T>::shape.secret;
  if constexpr (reflect::Maybe<T>) return holds_secret<reflect::Inner<T>>();
  return false;
}

template <reflect::Scalar T>
std::string canonical_scalar(T const& value) {
  std::string out;
  if constexpr (requires { value.canonical(); })
    document::append_json_string(out, value.canonical());
  else
    document::append_json_string(out, reflect::word_of(value));
  return out;
}

template <reflect::List T>
std::string canonical_list(T const& list) {
  std::vector<std::string> items;
  for (auto const& item : list) items.push_back(canonical(item));
  if constexpr (reflect::Unordered<T>) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  }
  std::string out = "[";
  for (auto const& item : items) out.append(item).append(",");
  return out + "]";
}

/// How one field of some described type is put into its one text.
struct FieldText {
  std::string_view name;
  std::string (*of)(void const* object) = nullptr;
};

template <reflect::Described T>
std::vector<FieldText> field_texts() {
  std::vector<FieldText> fields;
  reflect::for_each_field<T>([&](auto field) {
    using Field = decltype(field);
    if constexpr (!holds_secret<typename Field::Value>())
      fields.push_back({field.name, [](void const* object) {
                          return canonical(Field{}.in(*static_cast<T const*>(object)));
                        }});
  });
  return fields;
}

/// Fields that say the same as saying nothing are left out; so are secrets, which decide nothing.
inline std::string canonical_fields(std::vector<FieldText> const& fields, void const* object,
                                    void const* untouched) {
  std::vector<std::string> members;
  for (auto const& field : fields) {
    auto text = field.of(object);
    if (text != field.of(untouched))
      members.push_back(std::string{field.name} + ":" + std::move(text));
  }
  std::sort(members.begin(), members.end());
  std::string out = "{";
  for (auto const& member : members) out.append(member).append(",");
  return out + "}";
}

template <reflect::Described T>
std::string canonical_object(T const& object) {
  T const untouched{};
  return canonical_fields(field_texts<T>(), &object, &untouched);
}

/// The one text of all writings that mean the same: order where it means nothing, spelled
/// defaults and formatting are gone.
template <class T>
std::string canonical(T const& value) {
  if constexpr (reflect::Scalar<T>) {
    return canonical_scalar(value);
  } else if constexpr (reflect::Maybe<T>) {
    return value.has_value() ? canonical(*value) : "null";
  } else if constexpr (reflect::List<T>) {
    return canonical_list(value);
  } else if constexpr (reflect::Table<T>) {
    std::string out = "{";
    for (auto const& [name, item] : value) out.append(name).append(":" + canonical(item) + ",");
    return out + "}";
  } else if constexpr (reflect::Choice<T>) {
    return std::visit([](auto const& chosen) { return canonical(chosen); },
                      reflect::alternatives_of(value));
  } else {
    return canonical_object(value);
  }
}

/// Equal for two values that mean the same, however they were written: 16 hex digits.
template <class T>
std::string digest(T const& value) {
  return sha256_hex(canonical(value)).substr(0, 16);
}

}  // namespace sievarr::derive

#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/derive/secret_place.hpp>
#include <sievarr/reflect/kind.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::derive {

/// The ways to one secret of a description: keys, and what holds any number of values.
struct SecretPattern {
  enum class Kind : std::uint8_t { key, one_or_many, list, table };
  struct Step {
    Kind kind = Kind::key;
    std::string key = {};

    bool operator==(Step const&) const = default;
  };

  std::vector<Step> steps;

  bool operator==(SecretPattern const&) const = default;
};

template <class T, class... Enclosing>
consteval bool has_secret();

template <class... Enclosing, class... Ts>
consteval bool has_secret_in(std::variant<Ts...> const*) {
  return (has_secret<Ts, Enclosing...>() || ...);
}

/// Whether a secret stands in a value of a type, at any depth.
template <class T, class... Enclosing>
consteval bool has_secret() {
  if constexpr ((std::same_as<T, Enclosing> || ...)) {
    return false;
  } else if constexpr (reflect::Scalar<T>) {
    return reflect::ScalarOf<T>::shape.secret;
  } else if constexpr (reflect::Maybe<T>) {
    return has_secret<reflect::Inner<T>, Enclosing...>();
  } else if constexpr (reflect::List<T>) {
    return has_secret<typename T::value_type, Enclosing...>();
  } else if constexpr (reflect::Table<T>) {
    return has_secret<typename T::mapped_type, Enclosing...>();
  } else if constexpr (reflect::Choice<T>) {
    return has_secret_in<T, Enclosing...>(static_cast<reflect::Alternatives<T> const*>(nullptr));
  } else {
    bool found = false;
    reflect::for_each_field<T>([&](auto field) {
      found = found || has_secret<typename decltype(field)::Value, T, Enclosing...>();
    });
    return found;
  }
}

/// Collects the ways to the secrets of a type. One within itself is gone through once.
class SecretPatterns {
 public:
  template <class T, class... Enclosing>
  void visit() {
    using Kind = SecretPattern::Kind;
    if constexpr (!has_secret<T, Enclosing...>()) {
      return;
    } else if constexpr (reflect::Scalar<T>) {
      if constexpr (reflect::ScalarOf<T>::shape.secret) patterns_.push_back({steps_});
    } else if constexpr (reflect::Maybe<T>) {
      visit<reflect::Inner<T>, Enclosing...>();
    } else if constexpr (reflect::List<T>) {
      step<typename T::value_type, Enclosing...>(
          {reflect::OneOrMany<T> ? Kind::one_or_many : Kind::list});
    } else if constexpr (reflect::Table<T>) {
      step<typename T::mapped_type, Enclosing...>({Kind::table});
    } else if constexpr (reflect::Choice<T>) {
      visit_each<T, Enclosing...>(static_cast<reflect::Alternatives<T> const*>(nullptr));
    } else {
      if constexpr (reflect::Shortened<T>) visit<reflect::Shorthand<T>, T, Enclosing...>();
      reflect::for_each_field<T>([&](auto field) {
        step<typename decltype(field)::Value, T, Enclosing...>(
            {Kind::key, std::string{field.name}});
      });
    }
  }

  std::vector<SecretPattern> take() { return std::move(patterns_); }

 private:
  template <class T, class... Enclosing>
  void step(SecretPattern::Step step) {
    steps_.push_back(std::move(step));
    visit<T, Enclosing...>();
    steps_.pop_back();
  }

  template <class T, class... Enclosing, class... Ts>
  void visit_each(std::variant<Ts...> const*) {
    (visit<Ts, T, Enclosing...>(), ...);
  }

  std::vector<SecretPattern::Step> steps_;
  std::vector<SecretPattern> patterns_;
};

/// The ways to every secret of a type, in the order of its description.
template <reflect::Described T>
std::vector<SecretPattern> secrets_of() {
  SecretPatterns collected;
  collected.visit<T>();
  return collected.take();
}

/// The place at the end of a path, where a pattern leads there.
inline std::optional<SecretPlace> secret_at(SecretPattern const& pattern,
                                            document::Path const& path) {
  using Kind = SecretPattern::Kind;
  SecretPlace place;
  auto at = path.begin();
  for (auto const& step : pattern.steps) {
    auto const* key = at == path.end() ? nullptr : std::get_if<std::string>(&*at);
    bool const item = at != path.end() && !key;
    if (step.kind == Kind::list || step.kind == Kind::table) place.settable = false;
    // An item that is alone stands without its number, and perhaps without its list.
    if ((step.kind == Kind::one_or_many || step.kind == Kind::list) && !item) continue;
    if (at == path.end() || item == (step.kind == Kind::key || step.kind == Kind::table))
      return std::nullopt;
    if (step.kind == Kind::key && !same_text(step.key, *key)) return std::nullopt;
    ++at;
  }
  if (at != path.end()) return std::nullopt;
  place.path = path;
  return place;
}

/// The place at the end of a path, where one of the patterns leads there.
inline std::optional<SecretPlace> secret_at(std::vector<SecretPattern> const& patterns,
                                            document::Path const& path) {
  for (auto const& pattern : patterns)
    if (auto place = secret_at(pattern, path)) return place;
  return std::nullopt;
}

}  // namespace sievarr::derive

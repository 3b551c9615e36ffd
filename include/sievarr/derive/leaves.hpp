#pragma once

#include <sievarr/reflect/kind.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::derive {

/// A value that one variable or one argument can set.
struct Leaf {
  std::string path;     ///< "sonarr.url"
  bool list = false;    ///< Several values, separated by commas.
  bool secret = false;  ///< Better given as a file.
  std::string many;    ///< The list of one or many that it stands in: "sonarr" has "sonarr[0].url".
  bool table = false;  ///< Holds values under names that the author chooses.
  reflect::Facts facts = {};
};

/// Collects the leaves below a type. Lists of objects and types within themselves have none.
class Leaves {
 public:
  template <class T>
  void visit(std::string const& path) {
    if constexpr (reflect::Scalar<T>) {
      add(path, false, reflect::ScalarOf<T>::shape.secret);
    } else if constexpr (reflect::Maybe<T>) {
      visit<reflect::Inner<T>>(path);
    } else if constexpr (reflect::OneOrMany<T>) {
      auto const outer = std::exchange(many_, path);
      visit<typename T::value_type>(path);
      many_ = outer;
    } else if constexpr (reflect::List<T>) {
      if constexpr (reflect::Scalar<typename T::value_type>) add(path, true, false);
    } else if constexpr (reflect::Table<T>) {
      if constexpr (reflect::Scalar<typename T::mapped_type>) {
        add(path, false, false);
        leaves_.back().table = true;
      }
    } else if constexpr (reflect::Choice<T>) {
      visit<std::variant_alternative_t<0, reflect::Alternatives<T>>>(path);
    } else if constexpr (reflect::Shortened<T>) {
      visit<reflect::Shorthand<T>>(path);
    } else if constexpr (reflect::Described<T>) {
      reflect::for_each_field<T>([&](auto field) {
        std::string below = path.empty() ? "" : path + ".";
        auto const outer = std::exchange(facts_, facts_ | field.facts);
        visit<typename decltype(field)::Value>(below.append(field.name));
        facts_ = outer;
      });
    }
  }

  std::vector<Leaf> take() { return std::move(leaves_); }

 private:
  void add(std::string const& path, bool list, bool secret) {
    leaves_.push_back(
        {.path = path, .list = list, .secret = secret, .many = many_, .facts = facts_});
  }

  std::vector<Leaf> leaves_;
  std::string many_;
  reflect::Facts facts_;
};

/// Every leaf of a type, in the order of its description.
template <reflect::Described T>
std::vector<Leaf> leaves() {
  Leaves collected;
  collected.visit<T>("");
  return collected.take();
}

/// The bare variable of a path: "sonarr.url" is SONARR_URL.
inline std::string variable_of(std::string_view path) {
  auto name = reflect::spelled(path, reflect::Spelling::upper);
  for (char& c : name)
    if (c == '.') c = '_';
  return name;
}

/// The variable in the shape that Sonarr and its family use: SIEVARR__SONARR__URL.
inline std::string prefixed_variable_of(std::string_view path) {
  std::string name = "SIEVARR__";
  for (char const c : reflect::spelled(path, reflect::Spelling::upper))
    c == '.' ? name.append("__") : name.append(1, c);
  return name;
}

}  // namespace sievarr::derive

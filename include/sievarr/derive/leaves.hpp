#pragma once

#include <sievarr/derive/outline.hpp>
#include <sievarr/reflect/spelling.hpp>

#include <string>
#include <string_view>
#include <utility>
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
  void visit(Outline const& type, std::string const& path) {
    using enum Outline::Kind;
    switch (type.kind) {
      case scalar:
      case enumeration: return add(path, false, type.shape.secret);
      case maybe:
      case choice:
      case shortened: return visit(type.part(), path);
      case one_or_many: return visit_items(type, path);
      case list:
        if (type.part().is_scalar()) add(path, true, false);
        return;
      case table:
        if (!type.part().is_scalar()) return;
        add(path, false, false);
        leaves_.back().table = true;
        return;
      case described: return visit_fields(type, path);
    }
  }

  std::vector<Leaf> take() { return std::move(leaves_); }

 private:
  void visit_items(Outline const& type, std::string const& path) {
    auto const outer = std::exchange(many_, path);
    visit(type.part(), path);
    many_ = outer;
  }

  void visit_fields(Outline const& type, std::string const& path) {
    for (auto const& field : type.fields) {
      std::string below = path.empty() ? "" : path + ".";
      auto const outer = std::exchange(facts_, facts_ | field.facts);
      visit(field.type(), below.append(field.name));
      facts_ = outer;
    }
  }

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
  collected.visit(outline<T, Detail::names>(), "");
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

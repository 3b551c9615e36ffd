#pragma once

#include <sievarr/derive/same.hpp>
#include <sievarr/reflect/describe.hpp>

#include <string>
#include <utility>
#include <vector>

namespace sievarr::derive {

/// Finds the values with some fact that differ between two versions of the same thing.
class ChangedFacts {
 public:
  explicit ChangedFacts(bool reflect::Facts::*fact) : fact_(fact) {}

  template <reflect::Described T>
  void compare(T const& before, T const& after, std::string const& path) {
    reflect::for_each_field<T>([&](auto field) {
      using Value = typename decltype(field)::Value;
      std::string here = path.empty() ? "" : path + ".";
      here.append(field.name);
      auto const above = std::exchange(marked_, marked_ || field.facts.*fact_);
      if constexpr (reflect::Described<Value>)
        compare(field.in(before), field.in(after), here);
      else if (marked_ && !same(field.in(before), field.in(after)))
        paths_.push_back(std::move(here));
      marked_ = above;
    });
  }

  std::vector<std::string> take() { return std::move(paths_); }

 private:
  bool reflect::Facts::*fact_;
  bool marked_ = false;
  std::vector<std::string> paths_;
};

/// The paths of all values that have a fact, by themselves or from above, and differ; in the order
/// of the description. A list is one value.
template <reflect::Described T>
std::vector<std::string> changed(T const& before, T const& after, bool reflect::Facts::*fact) {
  ChangedFacts changes(fact);
  changes.compare(before, after, "");
  return changes.take();
}

}  // namespace sievarr::derive

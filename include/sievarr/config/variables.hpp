#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/config/item_counts.hpp>
#include <sievarr/config/legacy.hpp>
#include <sievarr/derive/leaves.hpp>
#include <sievarr/document/environment.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

using document::Setting;

inline constexpr std::string_view own_prefix = "SIEVARR__";

/// A leaf as something that a variable or an argument sets.
inline Setting setting_of(derive::Leaf const& leaf, std::string name) {
  auto path = document::read_path(leaf.path);
  return {.path = path ? *std::move(path) : document::Path{},
          .name = std::move(name),
          .shape = leaf.list ? Setting::Shape::list : Setting::Shape::one};
}

/// Finds out which variables of an environment set something, and which only try to.
class Variables {
 public:
  Variables(document::Surroundings const& surroundings, ItemCounts counts)
      : variables_(surroundings.variables), counts_(std::move(counts)) {
    for (auto& leaf : derive::leaves<Config>()) {
      auto name = derive::prefixed_variable_of(leaf.path);
      known_.emplace(std::move(name), std::move(leaf));
    }
  }

  /// The settings that may be looked up, and problems with the variables that are none.
  Reading<std::vector<Setting>> settings() && {
    for (auto const& [name, leaf] : known_) {
      if (leaf.table) continue;
      if (is_alone(leaf))
        add_both(leaf, name);
      else
        refuse_both(leaf, name);
    }
    for (auto const& variable : variables_) classify(variable.first);
    return {std::move(settings_), std::move(problems_)};
  }

 private:
  bool is_set(std::string const& name) const {
    return variables_.contains(name) ||
           variables_.contains(name + std::string{document::file_suffix});
  }

  bool is_alone(derive::Leaf const& leaf) const {
    return leaf.many.empty() || count_in(counts_, leaf.many) < 2;
  }

  /// SONARR_URL means the only instance there is; RADARR_URL means nothing.
  void add_both(derive::Leaf const& leaf, std::string const& long_name) {
    if (!leaf.facts.long_name)
      settings_.push_back(setting_of(leaf, derive::variable_of(leaf.path)));
    settings_.push_back(setting_of(leaf, long_name));
  }

  void refuse_both(derive::Leaf const& leaf, std::string const& long_name) {
    if (!leaf.facts.long_name) refuse_ambiguous(leaf, derive::variable_of(leaf.path));
    refuse_ambiguous(leaf, long_name);
  }

  void refuse_ambiguous(derive::Leaf const& leaf, std::string const& name) {
    if (!is_set(name)) return;
    auto const list = derive::prefixed_variable_of(leaf.many);
    auto const meant = list + "__0" + derive::prefixed_variable_of(leaf.path).substr(list.size());
    report(name, leaf.path, "ambiguous-override",
           "there are " + std::to_string(count_in(counts_, leaf.many)) +
               " instances; say which one is meant, as in " + meant);
  }

  void classify(std::string const& variable) {
    if (names_selections(variable)) return refuse_selections(variable);
    if (!variable.starts_with(own_prefix)) return;
    if (is_known(variable)) return;
    auto name = variable;
    if (name.ends_with(document::file_suffix)) {
      name.resize(name.size() - document::file_suffix.size());
      if (is_known(name)) return;
    }
    if (!add_item(name) && !add_item(variable)) refuse_unknown(variable);
  }

  bool is_known(std::string const& name) const {
    auto const found = known_.find(name);
    return found != known_.end() && !found->second.table;
  }

  /// SIEVARR__SONARR__0__URL and SIEVARR__LOGGING__ROOMS__NET.
  bool add_item(std::string const& name) {
    for (auto const& [whole, leaf] : known_) {
      auto const index = index_in(name, whole, leaf);
      if (!index) continue;
      auto setting = setting_of(leaf, name);
      auto const above = std::count(leaf.many.begin(), leaf.many.end(), '.') + 1;
      setting.path.insert(setting.path.begin() + above, *index);
      add_once(std::move(setting));
      return true;
    }
    return add_row(name);
  }

  /// The 1 of SIEVARR__SONARR__1__URL, where the whole name of the leaf is SIEVARR__SONARR__URL.
  static std::optional<std::size_t> index_in(std::string_view name, std::string_view whole,
                                             derive::Leaf const& leaf) {
    if (leaf.many.empty()) return std::nullopt;
    auto const list = derive::prefixed_variable_of(leaf.many);
    auto const rest = whole.substr(list.size());
    if (!name.starts_with(list + "__") || !name.ends_with(rest)) return std::nullopt;
    name.remove_prefix(list.size() + 2);
    return document::index_of(name.substr(0, name.size() - std::min(name.size(), rest.size())));
  }

  bool add_row(std::string const& name) {
    for (auto const& [prefix, leaf] : known_) {
      if (!leaf.table || !name.starts_with(prefix + "__")) continue;
      auto setting = setting_of(leaf, name);
      setting.path.emplace_back(ascii_lowered(name.substr(prefix.size() + 2)));
      add_once(std::move(setting));
      return true;
    }
    return false;
  }

  /// X and X_FILE are one setting.
  void add_once(Setting setting) {
    for (auto const& known : settings_)
      if (known.name == setting.name) return;
    settings_.push_back(std::move(setting));
  }

  static bool names_selections(std::string_view variable) {
    if (variable.starts_with(own_prefix)) variable.remove_prefix(own_prefix.size());
    if (variable.starts_with("FILTERS_")) variable.remove_prefix(8);
    if (!variable.starts_with("SELECTIONS")) return false;
    variable.remove_prefix(10);
    if (variable.starts_with('_')) variable.remove_prefix(1);
    return variable.empty() || variable == "FILE" || variable.front() == '_' ||
           is_digit(variable.front());
  }

  void refuse_selections(std::string const& variable) {
    report(variable, "selections", "not-settable",
           "selections cannot be set through the environment; write them into the config file");
  }

  void refuse_unknown(std::string const& variable) {
    std::vector<std::string_view> names;
    for (auto const& known : known_) names.push_back(known.first);
    std::string message = "no key has this variable";
    if (auto const near = closest(variable, names))
      message += ", did you mean " + quoted(*near) + "?";
    report(variable, "", "unknown-variable", std::move(message));
  }

  void report(std::string const& variable, std::string path, std::string_view code,
              std::string message) {
    problems_.push_back({.place = {.source = variable},
                         .path = std::move(path),
                         .message = std::move(message),
                         .code = code});
  }

  std::map<std::string, std::string, std::less<>> const& variables_;
  ItemCounts counts_;
  std::map<std::string, derive::Leaf> known_;
  std::vector<Setting> settings_;
  Problems problems_;
};

}  // namespace sievarr::config

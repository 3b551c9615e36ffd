#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/config/variables.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// Reads what follows --set: "exclude.genres=News,Sports", "sonarr[1].url=http://sonarr:8989".
class Arguments {
 public:
  explicit Arguments(ItemCounts counts)
      : counts_(std::move(counts)), leaves_(derive::leaves<Config>()) {}

  /// One argument as a tree that holds its value; an empty value takes back what was said before.
  Reading<document::Node> tree(std::string_view argument) {
    problems_.clear();
    auto const equals = argument.find('=');
    auto const path = std::string{trimmed(argument.substr(0, equals))};
    document::Node nothing{.value = document::Mapping{}};
    if (equals == std::string_view::npos) {
      report(path, "bad-argument", "expected PATH=VALUE, such as exclude.genres=News,Sports");
      return {std::move(nothing), std::move(problems_)};
    }
    auto const setting = setting_at(path);
    if (!setting) return {std::move(nothing), std::move(problems_)};
    return {
        document::tree_of(setting->path, document::value_of(*setting, argument.substr(equals + 1))),
        std::move(problems_)};
  }

 private:
  static std::string name_of(std::string const& path) { return "--set " + path; }

  std::optional<Setting> setting_at(std::string const& path) {
    auto steps = document::read_path(path);
    if (!steps) {
      report(path, steps.error().code, steps.error().message);
      return std::nullopt;
    }
    auto const* const leaf = leaf_at(*steps);
    if (!leaf) {
      refuse_unknown(path);
      return std::nullopt;
    }
    auto const items = count_in(counts_, leaf->many);
    if (!leaf->many.empty() && items > 1 && without_number(*steps) == *steps) {
      report(path, "ambiguous-override",
             "there are " + std::to_string(items) + " instances; say which one is meant, as in " +
                 leaf->many + "[0]");
      return std::nullopt;
    }
    auto setting = setting_of(*leaf, name_of(path));
    setting.path = *std::move(steps);
    return setting;
  }

  /// The same path without the number of an item.
  static document::Path without_number(document::Path path) {
    auto const number =
        std::find_if(path.begin(), path.end(), [](auto const& step) { return step.index() == 1; });
    if (number != path.end()) path.erase(number);
    return path;
  }

  /// Whether a path says the number of an item of that list.
  static bool numbers(document::Path path, std::string const& list) {
    auto const number =
        std::find_if(path.begin(), path.end(), [](auto const& step) { return step.index() == 1; });
    path.erase(number, path.end());
    return !list.empty() && document::to_text(path) == list;
  }

  /// The leaf that a path means: the number of an instance and the name of a row do not matter.
  derive::Leaf const* leaf_at(document::Path const& path) const {
    auto plain = without_number(path);
    bool const numbered = plain != path;
    auto const whole = document::to_text(plain);
    if (!plain.empty()) plain.pop_back();
    auto const above = document::to_text(plain);
    for (auto const& leaf : leaves_) {
      if (numbered && !numbers(path, leaf.many)) continue;
      if (leaf.path == (leaf.table ? above : whole)) return &leaf;
    }
    return nullptr;
  }

  void refuse_unknown(std::string const& path) {
    if (path.starts_with("selections"))
      return report(path, "not-settable",
                    "selections cannot be set one by one; write them into the config file");
    std::vector<std::string_view> names;
    for (auto const& leaf : leaves_) names.push_back(leaf.path);
    std::string message = "no value stands there";
    if (auto const near = closest(path, names)) message += ", did you mean " + quoted(*near) + "?";
    report(path, "unknown-key", std::move(message));
  }

  void report(std::string const& path, std::string_view code, std::string message) {
    problems_.push_back(
        {.place = {.source = name_of(path)}, .message = std::move(message), .code = code});
  }

  ItemCounts counts_;
  std::vector<derive::Leaf> leaves_;
  Problems problems_;
};

}  // namespace sievarr::config

#include "placement.hpp"

#include <sievarr/base/closest.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/config/instance_target.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using target::Monitor;
using target::NameOrNumber;
using wire::arr::Named;
using wire::arr::Placement;

/// As many of them are told as somebody will read.
constexpr std::size_t most_told = 20;

std::vector<Named> as_named(std::vector<wire::arr::RootFolder> const& folders) {
  std::vector<Named> named;
  for (auto const& folder : folders) named.push_back({folder.id, folder.path});
  return named;
}

/// `available: "Any" (1) and "HD-1080p" (4)`
std::string available(std::vector<Named> const& all) {
  std::vector<std::string> told;
  for (auto const& each : all) {
    if (told.size() == most_told) {
      told.push_back(to_text(all.size() - most_told) + " more");
      break;
    }
    told.push_back(quoted(each.name) + " (" + to_text(each.id) + ")");
  }
  return told.empty() ? "it has none" : "available: " + listed(told);
}

/// `, did you mean "HD-1080p"?`, where something is near.
std::string suggestion(std::string_view wanted, std::vector<Named> const& all) {
  std::vector<std::string_view> names;
  for (auto const& each : all) names.push_back(each.name);
  auto const near = closest(wanted, names);
  return near ? ", did you mean " + quoted(*near) + "?" : std::string();
}

/// What one kind of thing is called, in messages and codes.
struct Sort {
  std::string_view name;
  std::string_view key;
  std::string_view code;
  std::string_view otherwise = {};  ///< What else would help.
};

namespace sort {
constexpr Sort root_folder{"root folder", "root_folder", "unknown-root-folder"};
constexpr Sort quality_profile{"quality profile", "quality_profile", "unknown-quality-profile"};
constexpr Sort language_profile{"language profile", "language_profile", "unknown-language-profile"};
constexpr Sort tag{"tag", "tags", "unknown-tag", "; create_tags: true would create it"};
constexpr Sort numbered_tag{"tag", "tags", "unknown-tag"};
}  // namespace sort

/// What Sonarr 3 calls a choice of episodes; none where it does not have it.
std::optional<std::string> monitor_of_3(Monitor monitor) {
  switch (monitor) {
    case Monitor::last_season: return "latestSeason";
    case Monitor::recent:
    case Monitor::monitor_specials:
    case Monitor::unmonitor_specials: return std::nullopt;
    default: return reflect::word_of(monitor);
  }
}

std::optional<std::string> monitor_of(Stock const& stock, Monitor monitor) {
  if (!has_all_monitors(stock.major)) return monitor_of_3(monitor);
  return reflect::word_of(monitor);
}

/// Whether a Sonarr that is strict takes that as the label of a new tag.
bool is_label(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-';
  });
}

/// Looks everything up that routes name, and remembers what is not there.
class Matcher {
 public:
  /// Whether a tag that is not there is missed, or may still be created.
  enum class NewTags : std::uint8_t { missed, may_come };

  Matcher(Stock const& stock, config::Sonarr const& instance, NewTags new_tags)
      : stock_(stock), instance_(instance), new_tags_(new_tags) {}

  /// Nonsense where there are problems.
  Placement match(Wanted const& wanted) {
    auto const& route = wanted.route;
    Placement placement{.series_type = reflect::word_of(route.series_type),
                        .season_folder = instance_.season_folder,
                        .search = route.search_on_add};
    if (auto const* const folder = find_root_folder(stock_, route.root_folder))
      placement.root_folder = folder->path;
    else
      miss(wanted, sort::root_folder, route.root_folder, as_named(stock_.root_folders));
    if (auto const* const profile = find_named(stock_.quality_profiles, route.quality_profile))
      placement.quality_profile = profile->id;
    else
      miss(wanted, sort::quality_profile, route.quality_profile, stock_.quality_profiles);
    placement.language_profile = language_of(wanted);
    placement.tags = tags_of(wanted);
    if (auto const monitor = monitor_of(stock_, route.monitor))
      placement.monitor = *monitor;
    else
      say(wanted, "monitor",
          {"unsupported-monitor",
           "monitor " + quoted(reflect::word_of(route.monitor)) + " needs Sonarr 4, " + name() +
               " is " + quoted(stock_.version) +
               ", which has all, future, missing, existing, pilot, firstSeason, lastSeason and "
               "none"});
    return placement;
  }

  /// A folder that is there and out of reach may come back by itself.
  void reach(Wanted const& wanted) {
    auto const* const folder = find_root_folder(stock_, wanted.route.root_folder);
    if (folder == nullptr || folder->accessible) return;
    say(wanted, sort::root_folder.key,
        {.code = "unreachable-folder",
         .message = name() + " cannot reach its root folder " + quoted(folder->path) +
                    "; series that go there wait",
         .severity = Severity::warning});
  }

  Problems take_problems() { return std::move(problems_); }

 private:
  std::string name() const { return quoted(instance_.server.name); }

  std::optional<std::int64_t> language_of(Wanted const& wanted) {
    if (!has_language_profiles(stock_.major)) return std::nullopt;
    auto const& language = instance_.language_profile;
    auto const* const profile =
        language ? find_named(stock_.language_profiles, *language) : nullptr;
    if (profile != nullptr) return profile->id;
    if (language)
      miss(wanted, sort::language_profile, *language, stock_.language_profiles);
    else
      say(wanted, sort::language_profile.key,
          {"missing-key", name() + " is Sonarr 3, which needs a language profile; " +
                              available(stock_.language_profiles)});
    return std::nullopt;
  }

  std::vector<std::int64_t> tags_of(Wanted const& wanted) {
    std::vector<std::int64_t> tags;
    for (auto const& each : wanted.route.tags) {
      auto const* const found = find_named(stock_.tags, each);
      if (found == nullptr)
        miss_tag(wanted, each);
      else if (std::count(tags.begin(), tags.end(), found->id) == 0)
        tags.push_back(found->id);
    }
    return tags;
  }

  /// A tag that was named by a number cannot be created.
  void miss_tag(Wanted const& wanted, NameOrNumber const& missed) {
    if (missed.number()) return miss(wanted, sort::numbered_tag, missed, stock_.tags);
    if (new_tags_ == NewTags::missed) return miss(wanted, sort::tag, missed, stock_.tags);
    if (has_strict_tags(stock_.major) && !is_label(missed.text()))
      say(wanted, sort::tag.key,
          {.code = "odd-tag",
           .message = name() + " refuses to create a tag " + quoted(missed.text()) +
                      ", it allows a-z, 0-9 and -; series that need it wait",
           .severity = Severity::warning});
  }

  void miss(Wanted const& wanted, Sort const& kind, NameOrNumber const& missed,
            std::vector<Named> const& all) {
    say(wanted, kind.key,
        {kind.code, name() + " has no " + std::string(kind.name) + " " + quoted(missed.text()) +
                        suggestion(missed.text(), all) + "; " + available(all) +
                        std::string(kind.otherwise)});
  }

  /// Says each thing once: what an instance says wrong, all its selections say as well.
  void say(Wanted const& wanted, std::string_view key, Misfit misfit) {
    for (auto const& problem : problems_)
      if (problem.message == misfit.message) return;
    problems_.push_back({.place = wanted.place,
                         .path = wanted.path + (wanted.path.empty() ? "" : ".") + std::string(key),
                         .message = std::move(misfit.message),
                         .code = misfit.code,
                         .severity = misfit.severity,
                         .fix = {}});
  }

  Stock const& stock_;
  config::Sonarr const& instance_;
  NewTags new_tags_;
  Problems problems_;
};

}  // namespace

std::vector<Wanted> wanted_of(config::Sonarr const& instance, filter::Plan const& plan,
                              std::string path) {
  std::vector<Wanted> all{{.route = config::route_of(instance), .path = std::move(path)}};
  for (std::size_t at = 0; at < plan.selections.size(); ++at) {
    auto const& compiled = plan.selections[at];
    auto const& route = plan.routes[compiled.route];
    if (compiled.mode == filter::Mode::ignore || route.instance != instance.server.name) continue;
    all.push_back({.route = route, .path = compiled.path + ".sonarr", .place = compiled.place});
  }
  return all;
}

Problems check(Stock const& stock, config::Sonarr const& instance,
               std::vector<Wanted> const& wanted) {
  using NewTags = Matcher::NewTags;
  Matcher matcher(stock, instance, instance.create_tags ? NewTags::may_come : NewTags::missed);
  for (auto const& each : wanted) {
    matcher.match(each);
    matcher.reach(each);
  }
  auto problems = matcher.take_problems();
  if (instance.language_profile && !has_language_profiles(stock.major) && !wanted.empty())
    problems.push_back({.place = wanted.front().place,
                        .path = wanted.front().path + ".language_profile",
                        .message = "is ignored, " + quoted(instance.server.name) + " is Sonarr " +
                                   to_text(stock.major) +
                                   ", which has no language profiles; leave it out",
                        .code = "ignored-key",
                        .severity = Severity::warning,
                        .fix = {}});
  return problems;
}

Checked<Placement> place(Stock const& stock, config::Sonarr const& instance,
                         target::Target const& route) {
  Matcher matcher(stock, instance, Matcher::NewTags::missed);
  auto placement = matcher.match({.route = route, .path = {}});
  auto problems = matcher.take_problems();
  if (!problems.empty()) return problems;
  return placement;
}

}  // namespace sievarr::arr

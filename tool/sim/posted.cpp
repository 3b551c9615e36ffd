#include "posted.hpp"

#include "json_object.hpp"

#include <sievarr/document/json.hpp>
#include <sievarr/document/json_scan.hpp>
#include <sievarr/reflect/spelling.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace sievarr::sim {
namespace {

using document::Node;
using document::Scalar;

/// What a property has to be. Texts and lists may be null.
struct Property {
  enum class Sort : std::uint8_t { text, number, truth, tags, seasons, options, word };

  std::string_view name;
  Sort sort;
  std::string_view words = {};  ///< Those allowed, with a space before and behind each.
  std::string_view words_of_3 = words;
};
using Sort = Property::Sort;

constexpr std::array properties{
    Property{"id", Sort::number},
    Property{"title", Sort::text},
    Property{"sortTitle", Sort::text},
    Property{"cleanTitle", Sort::text},
    Property{"titleSlug", Sort::text},
    Property{"path", Sort::text},
    Property{"rootFolderPath", Sort::text},
    Property{"folder", Sort::text},
    Property{"overview", Sort::text},
    Property{"imdbId", Sort::text},
    Property{"network", Sort::text},
    Property{"status", Sort::word, " continuing ended upcoming deleted "},
    Property{"seriesType", Sort::word, " standard daily anime "},
    Property{"monitorNewItems", Sort::word, " all none "},
    Property{"year", Sort::number},
    Property{"runtime", Sort::number},
    Property{"tvdbId", Sort::number},
    Property{"tvRageId", Sort::number},
    Property{"tvMazeId", Sort::number},
    Property{"tmdbId", Sort::number},
    Property{"qualityProfileId", Sort::number},
    Property{"languageProfileId", Sort::number},
    Property{"monitored", Sort::truth},
    Property{"seasonFolder", Sort::truth},
    Property{"useSceneNumbering", Sort::truth},
    Property{"tags", Sort::tags},
    Property{"seasons", Sort::seasons},
    Property{"addOptions", Sort::options},
};

constexpr std::array season_properties{Property{"seasonNumber", Sort::number},
                                       Property{"monitored", Sort::truth}};

constexpr std::array option_properties{
    Property{"monitor", Sort::word,
             " unknown all future missing existing firstSeason lastSeason latestSeason pilot recent"
             " monitorSpecials unmonitorSpecials none skip ",
             " all future missing existing firstSeason latestSeason pilot none "},
    Property{"searchForMissingEpisodes", Sort::truth},
    Property{"searchForCutoffUnmetEpisodes", Sort::truth},
    Property{"ignoreEpisodesWithFiles", Sort::truth},
    Property{"ignoreEpisodesWithoutFiles", Sort::truth},
};

std::string_view type_name(Sort sort) {
  switch (sort) {
    case Sort::text: return "System.String";
    case Sort::number: return "System.Int32";
    case Sort::truth: return "System.Boolean";
    case Sort::tags: return "System.Collections.Generic.HashSet`1[System.Int32]";
    case Sort::seasons: return "System.Collections.Generic.List`1[SeasonResource]";
    case Sort::options: return "AddSeriesOptions";
    case Sort::word: break;
  }
  return "an enumeration";
}

Scalar const* of_style(Node const& node, Scalar::Style style) {
  auto const* found = document::scalar(node);
  return found && found->style == style ? found : nullptr;
}

std::optional<std::int64_t> whole(Node const& node) {
  auto const* found = of_style(node, Scalar::Style::plain);
  auto const number = found ? to_integer(found->text) : std::nullopt;
  using Int = std::numeric_limits<std::int32_t>;
  return number && *number >= Int::min() && *number <= Int::max() ? number : std::nullopt;
}

bool is_truth(Node const& node) {
  auto const* found = of_style(node, Scalar::Style::plain);
  return found && (found->text == "true" || found->text == "false");
}

bool is_word(Node const& node, std::string_view words) {
  auto const* found = of_style(node, Scalar::Style::quoted);
  return found && !found->text.empty() && found->text.find(' ') == std::string::npos &&
         words.find(" " + found->text + " ") != std::string_view::npos;
}

/// Goes through the properties of an object and names what is of a wrong type.
class Checked {
 public:
  explicit Checked(int major) : major_(major) {}

  template <class List>
  void check(Node const& object, List const& list, std::string const& path) {
    for (auto const& property : list) {
      auto const* value = document::find(object, property.name);
      auto const here = path + "." + std::string(property.name);
      if (value && !is_right(*value, property, here)) add(here, type_name(property.sort));
    }
  }

  void add(std::string path, std::string_view type) {
    wrong_.push_back({std::move(path), std::string(type)});
  }

  std::vector<Unreadable> const& wrong() const { return wrong_; }

 private:
  bool is_right(Node const& value, Property const& property, std::string const& path) {
    auto const sort = property.sort;
    if (sort == Sort::number) return whole(value).has_value();
    if (sort == Sort::truth) return is_truth(value);
    if (sort == Sort::word)
      return is_word(value, major_ < 4 ? property.words_of_3 : property.words);
    if (document::is_null(value)) return true;
    if (sort == Sort::text) return of_style(value, Scalar::Style::quoted) != nullptr;
    if (sort == Sort::tags) return is_list_of_numbers(value);
    if (sort == Sort::seasons) return check_seasons(value, path);
    if (!document::mapping(value)) return false;
    check(value, option_properties, path);
    return true;
  }

  static bool is_list_of_numbers(Node const& value) {
    auto const* items = document::sequence(value);
    return items && std::all_of(items->begin(), items->end(),
                                [](Node const& each) { return whole(each).has_value(); });
  }

  bool check_seasons(Node const& value, std::string const& path) {
    auto const* items = document::sequence(value);
    if (!items) return false;
    for (std::size_t at = 0; at < items->size(); ++at) {
      auto const here = path + "[" + to_text(at) + "]";
      if (document::mapping((*items)[at]))
        check((*items)[at], season_properties, here);
      else
        add(here, "SeasonResource");
    }
    return true;
  }

  int major_;
  std::vector<Unreadable> wrong_;
};

std::string text_of(Node const& object, std::string_view key, std::string otherwise = {}) {
  auto const* value = document::find(object, key);
  return value && !document::is_null(*value) ? document::scalar(*value)->text
                                             : std::move(otherwise);
}

std::int64_t number_of(Node const& object, std::string_view key) {
  return to_integer(text_of(object, key, "0")).value_or(0);
}

Posted posted_of(Node const& object) {
  Posted posted{.title = text_of(object, "title"),
                .tvdb_id = number_of(object, "tvdbId"),
                .path = text_of(object, "path"),
                .root_folder = text_of(object, "rootFolderPath"),
                .quality_profile = number_of(object, "qualityProfileId"),
                .language_profile = number_of(object, "languageProfileId"),
                .series_type = text_of(object, "seriesType", "standard"),
                .monitored = text_of(object, "monitored") == "true",
                .season_folder = text_of(object, "seasonFolder") == "true"};
  if (auto const* tags = document::find(object, "tags"))
    if (auto const* items = document::sequence(*tags))
      for (auto const& each : *items) posted.tags.insert(*whole(each));
  if (auto const* options = document::find(object, "addOptions")) {
    posted.monitor = text_of(*options, "monitor", "unknown");
    posted.search = text_of(*options, "searchForMissingEpisodes") == "true";
  }
  return posted;
}

bool has(std::vector<Named> const& names, std::int64_t id) {
  return std::any_of(names.begin(), names.end(), [&](Named const& each) { return each.id == id; });
}

/// A folder is the same with and without a slash at its end.
std::string_view bare(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
}

/// What there is against the number of a profile.
struct ProfileCheck {
  std::string property;
  std::string words;
  std::string code;
};

void check_profile(std::vector<Refusal>& found, ProfileCheck const& check, std::int64_t id,
                   std::vector<Named> const& known) {
  if (id <= 0)
    found.push_back({check.property, "'" + check.words + " Id' must be greater than '0'.",
                     to_text(id), "GreaterThanValidator"});
  else if (!has(known, id))
    found.push_back({check.property, check.words + " does not exist", to_text(id), check.code});
}

void check_folder(std::vector<Refusal>& found, Posted const& posted, Shelf const& shelf) {
  if (!posted.path.empty()) {
    if (!posted.path.starts_with('/'))
      found.push_back(
          {"Path", "Invalid Path: '" + posted.path + "'", json_word(posted.path), "PathValidator"});
    return;
  }
  auto const& folders = shelf.root_folders;
  if (!posted.root_folder.starts_with('/')) {
    found.push_back({"RootFolderPath", "Invalid Path: '" + posted.root_folder + "'",
                     json_word(posted.root_folder), "PathValidator"});
  } else if (std::none_of(folders.begin(), folders.end(), [&](RootFolder const& each) {
               return bare(each.path) == bare(posted.root_folder);
             })) {
    found.push_back({"RootFolderPath", "Root folder '" + posted.root_folder + "' does not exist",
                     json_word(posted.root_folder), "RootFolderExistsValidator"});
  }
}

}  // namespace

Result<Posted, std::vector<Unreadable>> read_posted(std::string_view body, int major) {
  auto const read = document::read_json(body, "body");
  Checked checked(major);
  if (!read.problems.empty() || !document::mapping(read.value))
    checked.add("$", body.empty() ? "" : "SeriesResource");
  else
    checked.check(read.value, properties, "$");
  if (!checked.wrong().empty()) return checked.wrong();
  return posted_of(read.value);
}

std::optional<std::int64_t> posted_tvdb_id(std::string_view body) {
  auto const read = document::read_json(body, "body");
  auto const* value = document::find(read.value, "tvdbId");
  return value ? whole(*value) : std::nullopt;
}

std::vector<Refusal> refusals(Posted const& posted, Shelf const& shelf) {
  std::vector<Refusal> found;
  check_profile(found, {"QualityProfileId", "Quality Profile", "QualityProfileExistsValidator"},
                posted.quality_profile, shelf.quality_profiles);
  if (major(shelf) < 4)
    check_profile(found,
                  {"LanguageProfileId", "Language Profile", "LanguageProfileExistsValidator"},
                  posted.language_profile, shelf.language_profiles);
  check_folder(found, posted, shelf);
  if (posted.title.empty())
    found.push_back({"Title", "'Title' must not be empty.", "\"\"", "NotEmptyValidator"});
  auto const number = to_text(posted.tvdb_id);
  if (posted.tvdb_id <= 0)
    found.push_back(
        {"TvdbId", "'Tvdb Id' must be greater than '0'.", number, "GreaterThanValidator"});
  else if (find_series(shelf, posted.tvdb_id))
    found.push_back(
        {"TvdbId", "This series has already been added", number, "SeriesExistsValidator"});
  for (auto const tag : posted.tags)
    if (!has(shelf.tags, tag))
      found.push_back(
          {"Tags", "Tag " + to_text(tag) + " does not exist", to_text(tag), "TagExistsValidator"});
  return found;
}

}  // namespace sievarr::sim

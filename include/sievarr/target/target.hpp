#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/value/set.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::target {

/// Which episodes Sonarr watches for; its own words.
BOOST_DEFINE_ENUM_CLASS(Monitor, all, future, missing, existing, first_season, last_season, pilot,
                        recent, monitor_specials, unmonitor_specials, none)
constexpr reflect::Spelling spelling_of(reflect::Of<Monitor>) { return reflect::Spelling::camel; }

/// How Sonarr numbers the episodes of a series.
BOOST_DEFINE_ENUM_CLASS(SeriesType, standard, daily, anime)

/// Something of Sonarr's that is known by its name or by its number.
class NameOrNumber {
 public:
  static constexpr reflect::Shape shape{.expected = "a name or a number", .example = "HD-1080p"};

  NameOrNumber() = default;
  explicit NameOrNumber(std::string_view written) : written_(trimmed(written)) {}

  static Result<NameOrNumber, Misfit> read(std::string_view text) {
    NameOrNumber read{text};
    if (read.written_.empty())
      return Misfit{"empty-value", "expected a name or a number, got nothing"};
    return read;
  }

  std::string const& text() const { return written_; }
  std::string canonical() const { return fold(written_); }
  std::optional<std::int64_t> number() const { return to_integer(written_); }
  bool empty() const { return written_.empty(); }

  bool operator==(NameOrNumber const& other) const { return canonical() == other.canonical(); }

 private:
  std::string written_;
};

/// What a selection says differently about the series that it adds.
struct TargetChanges {
  std::optional<std::string> instance;
  std::optional<NameOrNumber> root_folder;
  std::optional<NameOrNumber> quality_profile;
  value::Set<NameOrNumber> tags;
  std::optional<Monitor> monitor;
  std::optional<bool> search_on_add;
  std::optional<SeriesType> series_type;

  bool operator==(TargetChanges const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TargetChanges, (),
                      (instance, root_folder, quality_profile, tags, monitor, search_on_add,
                       series_type))
constexpr std::string_view title_of(reflect::Of<TargetChanges>) { return "Overrides"; }

constexpr auto notes_of(reflect::Of<TargetChanges>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&TargetChanges::instance>{.text = "Name of the instance; else the first one listed.",
                                     .example = "sonarr"},
      Note<&TargetChanges::root_folder>{.text = "Folder below which the series is kept.",
                                        .example = "/tv/anime"},
      Note<&TargetChanges::quality_profile>{.text = "Quality profile.", .example = "UHD"},
      Note<&TargetChanges::tags>{.text = "Tags beside those of the instance.",
                                 .example = "[prestige]"},
      Note<&TargetChanges::monitor>{.text = "Which episodes are watched for.",
                                    .example = "firstSeason"},
      Note<&TargetChanges::search_on_add>{.text = "Whether missing episodes are searched at once.",
                                          .example = "false"},
      Note<&TargetChanges::series_type>{.text = "How episodes are numbered.", .example = "anime"},
  };
}

/// Where a wanted show goes and how: the defaults of its instance with what its selection changes.
struct Target {
  std::string instance;
  NameOrNumber root_folder;
  NameOrNumber quality_profile;
  value::Set<NameOrNumber> tags;
  Monitor monitor = Monitor::all;
  bool search_on_add = true;
  SeriesType series_type = SeriesType::standard;

  bool operator==(Target const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Target, (),
                      (instance, root_folder, quality_profile, tags, monitor, search_on_add,
                       series_type))
constexpr std::string_view title_of(reflect::Of<Target>) { return "Route"; }

constexpr auto notes_of(reflect::Of<Target>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Target::instance>{.text = "Name of the instance.", .example = "sonarr"},
      Note<&Target::root_folder>{.text = "Folder below which the series is kept."},
      Note<&Target::quality_profile>{.text = "Quality profile."},
      Note<&Target::tags>{.text = "Tags of the instance and of the selection."},
      Note<&Target::monitor>{.text = "Which episodes are watched for."},
      Note<&Target::search_on_add>{.text = "Whether missing episodes are searched at once."},
      Note<&Target::series_type>{.text = "How episodes are numbered."},
  };
}

}  // namespace sievarr::target

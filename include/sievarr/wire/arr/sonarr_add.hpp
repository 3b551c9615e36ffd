#pragma once

#include <sievarr/document/json_text.hpp>
#include <sievarr/wire/arr/reading.hpp>
#include <sievarr/wire/http.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::wire::arr {

/// A series as a Sonarr's lookup knows it.
struct Found {
  std::int64_t tvdb_id = 0;
  std::string title;
  std::int64_t series_id = 0;  ///< Its number in the library; 0 while it is not there.
  std::string object;          ///< All that the lookup said, as it was written.

  bool operator==(Found const&) const = default;
};

/// Reads all of it but the object itself.
inline Found read_found(JsonReader& reader) {
  Found found;
  read_members(reader, [&](std::string_view key) {
    if (key == "tvdbId") return found.tvdb_id = whole_number(reader).value_or(0), true;
    if (key == "id") return found.series_id = whole_number(reader).value_or(0), true;
    if (key == "title") return found.title = text_or_null(reader), true;
    return false;
  });
  return found;
}

/// Reads the answer to a lookup: the series of that number, none where it is not known.
inline Outcome<std::optional<Found>> read_lookup(std::string_view text, std::string_view label,
                                                 std::int64_t tvdb_id) {
  return read_answer(text, label, [&](JsonReader& reader) {
    std::optional<Found> answer;
    read_items(reader, [&] {
      auto const object = reader.raw_value();
      JsonReader members(object);
      auto found = read_found(members);
      if (auto const& error = members.error()) return reader.fail(error->reason);
      if (answer || found.tvdb_id != tvdb_id) return;
      found.object = object;
      answer = std::move(found);
    });
    return answer;
  });
}

/// Where and how a series is added, in the numbers and words of that Sonarr.
struct Placement {
  std::string root_folder;
  std::int64_t quality_profile = 0;
  std::optional<std::int64_t> language_profile = {};  ///< Only for Sonarr 3.
  std::vector<std::int64_t> tags = {};
  std::string monitor = "all";
  std::string series_type = "standard";
  bool season_folder = true;
  bool search = true;

  bool operator==(Placement const&) const = default;
};

/// Whether we say that ourselves. A path would count more than the root folder, so none is sent.
/// Sonarr takes no notice of case in names.
inline bool is_ours(std::string_view key, Placement const& placement) {
  static constexpr std::array<std::string_view, 8> ours{
      "path",       "rootFolderPath", "qualityProfileId", "monitored", "seasonFolder",
      "seriesType", "tags",           "addOptions"};
  if (same_header(key, "languageProfileId")) return placement.language_profile.has_value();
  return std::any_of(ours.begin(), ours.end(),
                     [&](std::string_view each) { return same_header(key, each); });
}

/// What we say, as members of an object.
inline std::string our_members(Placement const& placement) {
  auto const word = [](bool yes) { return std::string(yes ? "true" : "false"); };
  auto const quote = [](std::string_view text) {
    std::string json;
    document::append_json_string(json, text);
    return json;
  };
  std::string tags;
  for (auto const tag : placement.tags) tags += (tags.empty() ? "" : ",") + to_text(tag);
  auto text = R"("qualityProfileId":)" + to_text(placement.quality_profile) +
              R"(,"rootFolderPath":)" + quote(placement.root_folder) + R"(,"monitored":)" +
              word(placement.monitor != "none") + R"(,"seasonFolder":)" +
              word(placement.season_folder) + R"(,"seriesType":)" + quote(placement.series_type) +
              R"(,"tags":[)" + tags + "]";
  if (placement.language_profile)
    text += R"(,"languageProfileId":)" + to_text(*placement.language_profile);
  return text + R"(,"addOptions":{"monitor":)" + quote(placement.monitor) +
         R"(,"searchForMissingEpisodes":)" + word(placement.search) + "}";
}

/// What adds a series: all that the lookup said, untouched, and what we say.
inline std::string add_body(Found const& found, Placement const& placement) {
  std::string body = "{";
  JsonReader reader(found.object);
  reader.enter_object();
  while (auto const key = reader.next_key()) {
    std::string const name(*key);
    auto const value = reader.raw_value();
    if (reader.error() || is_ours(name, placement)) continue;
    document::append_json_string(body, name);
    body.append(":").append(value).append(",");
  }
  return body + our_members(placement) + "}";
}

/// Reads the number of the series that was added.
inline Outcome<std::int64_t> read_added(std::string_view text, std::string_view label) {
  return read_answer(text, label, [](JsonReader& reader) {
    std::int64_t id = 0;
    read_members(reader, [&](std::string_view key) {
      if (key != "id") return false;
      id = whole_number(reader).value_or(0);
      return true;
    });
    if (id <= 0) reader.fail("the series has no number");
    return id;
  });
}

}  // namespace sievarr::wire::arr

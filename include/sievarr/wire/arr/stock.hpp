#pragma once

#include <sievarr/wire/arr/sonarr_reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a Sonarr's API answers, as far as anybody here wants to know it.
namespace sievarr::wire::arr {

/// Who answers: "Sonarr", "4.0.19.2979".
struct Status {
  std::string app_name;  ///< Empty where it does not say.
  std::string version;
  std::string url_base;

  /// 4 of "4.0.19.2979"; 0 where that is no version.
  std::int64_t major() const {
    return to_integer(version.substr(0, version.find('.'))).value_or(0);
  }

  bool operator==(Status const&) const = default;
};

inline Outcome<Status> read_status(std::string_view text, std::string_view label) {
  return read_answer(text, label, [](JsonReader& reader) {
    Status status;
    read_members(reader, [&](std::string_view key) {
      if (key == "appName") return status.app_name = text_or_null(reader), true;
      if (key == "version") return status.version = text_or_null(reader), true;
      if (key == "urlBase") return status.url_base = text_or_null(reader), true;
      return false;
    });
    return status;
  });
}

/// A folder that series are kept below.
struct RootFolder {
  std::int64_t id = 0;
  std::string path;
  std::optional<std::int64_t> free_bytes = {};
  bool accessible = true;

  bool operator==(RootFolder const&) const = default;
};

inline Outcome<std::vector<RootFolder>> read_root_folders(std::string_view text,
                                                          std::string_view label) {
  return read_answer(text, label, [](JsonReader& reader) {
    std::vector<RootFolder> folders;
    read_items(reader, [&] {
      RootFolder folder;
      read_members(reader, [&](std::string_view key) {
        if (key == "id") return folder.id = whole_number(reader).value_or(0), true;
        if (key == "path") return folder.path = text_or_null(reader), true;
        if (key == "freeSpace") return folder.free_bytes = whole_number(reader), true;
        if (key == "accessible") return folder.accessible = true_or_null(reader), true;
        return false;
      });
      if (!folder.path.empty()) folders.push_back(std::move(folder));
    });
    return folders;
  });
}

/// Something with a number and a name: a profile, or a tag.
struct Named {
  std::int64_t id = 0;
  std::string name;

  bool operator==(Named const&) const = default;
};

/// Reads one of them. A tag calls its name its label.
inline Named read_named(JsonReader& reader) {
  Named named;
  read_members(reader, [&](std::string_view key) {
    if (key == "id") return named.id = whole_number(reader).value_or(0), true;
    if (key == "name" || key == "label") return named.name = text_or_null(reader), true;
    return false;
  });
  return named;
}

/// Reads profiles or tags; what has no number cannot be referred to, and is left out.
inline Outcome<std::vector<Named>> read_all_named(std::string_view text, std::string_view label) {
  return read_answer(text, label, [](JsonReader& reader) {
    std::vector<Named> all;
    read_items(reader, [&] {
      auto named = read_named(reader);
      if (named.id > 0) all.push_back(std::move(named));
    });
    return all;
  });
}

/// Reads the tag that was created.
inline Outcome<Named> read_tag(std::string_view text, std::string_view label) {
  return read_answer(text, label, [](JsonReader& reader) {
    auto tag = read_named(reader);
    if (tag.id <= 0) reader.fail("the tag has no number");
    return tag;
  });
}

/// A part of the numbers at TheTVDB that no list may add, or all of them.
struct Exclusions {
  std::set<std::int64_t> tvdb_ids;
  std::size_t records = 0;              ///< How many entries this answer had.
  std::optional<std::int64_t> total{};  ///< How many there are; none where this was all.
};

inline void take_exclusions(JsonReader& reader, Exclusions& exclusions) {
  read_items(reader, [&] {
    ++exclusions.records;
    read_members(reader, [&](std::string_view key) {
      if (key != "tvdbId") return false;
      auto const id = whole_number(reader).value_or(0);
      if (id > 0) exclusions.tvdb_ids.insert(id);
      return true;
    });
  });
}

/// Reads the list of exclusions, or a page of it.
inline Outcome<Exclusions> read_exclusions(std::string_view text, std::string_view label) {
  return read_answer(text, label, [](JsonReader& reader) {
    Exclusions exclusions;
    if (reader.peek() != JsonReader::Kind::object) {
      take_exclusions(reader, exclusions);
      return exclusions;
    }
    read_members(reader, [&](std::string_view key) {
      if (key == "totalRecords") return exclusions.total = whole_number(reader), true;
      if (key == "records") return take_exclusions(reader, exclusions), true;
      return false;
    });
    if (!exclusions.total) reader.fail("the page does not say how many exclusions there are");
    return exclusions;
  });
}

}  // namespace sievarr::wire::arr

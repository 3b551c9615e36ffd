#pragma once

#include <sievarr/wire/arr/reading.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a server of the family has to choose from, as its API answers: folders, profiles, tags.
namespace sievarr::wire::arr {

/// A folder below which a server keeps what it has.
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

}  // namespace sievarr::wire::arr

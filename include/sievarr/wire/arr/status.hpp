#pragma once

#include <sievarr/wire/arr/reading.hpp>

#include <cstdint>
#include <string>
#include <string_view>

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

}  // namespace sievarr::wire::arr

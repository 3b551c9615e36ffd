#pragma once

#include <sievarr/wire/arr/reading.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::wire::arr {

/// One thing that a Sonarr has against what it was asked.
struct Complaint {
  std::string property;  ///< "QualityProfileId"; empty where it is about no single one.
  std::string message;
  std::string code = {};

  bool operator==(Complaint const&) const = default;
};

using Complaints = std::vector<Complaint>;

/// {"propertyName": "TvdbId", "errorMessage": "...", "errorCode": "SeriesExistsValidator", ...}
inline Complaint read_complaint(JsonReader& reader) {
  Complaint complaint;
  read_members(reader, [&](std::string_view key) {
    if (key == "propertyName") return complaint.property = text_or_null(reader), true;
    if (key == "errorMessage") return complaint.message = text_or_null(reader), true;
    if (key == "errorCode") return complaint.code = text_or_null(reader), true;
    return false;
  });
  return complaint;
}

/// {"$.tags": ["could not be converted", ...], ...}
inline void read_complaints_by_key(JsonReader& reader, Complaints& complaints) {
  reader.enter_object();
  while (auto const key = reader.next_key()) {
    std::string const property(*key);
    read_items(reader, [&] { complaints.push_back({property, text_or_null(reader)}); });
  }
}

/// {"message": ...}, {"error": ...}, or {"title": ..., "errors": ...}; what is called description
/// is a trace of Sonarr's own code.
inline void read_message(JsonReader& reader, Complaints& complaints) {
  Complaint whole;
  read_members(reader, [&](std::string_view key) {
    if (key == "errors" && reader.peek() == JsonReader::Kind::object)
      return read_complaints_by_key(reader, complaints), true;
    bool const is_message = key == "message" || key == "error" || key == "title";
    if (!is_message || reader.peek() != JsonReader::Kind::string) return false;
    if (whole.message.empty())
      whole.message = text_or_null(reader);
    else
      reader.skip_value();
    return true;
  });
  if (complaints.empty()) complaints.push_back(std::move(whole));
}

/// What a Sonarr says in an answer that is no success, in any of its forms; nothing where it says
/// nothing that could be read. What is cut off counts as far as it goes.
inline Complaints read_complaints(std::string_view body) {
  Complaints complaints;
  JsonReader reader(body);
  if (reader.peek() == JsonReader::Kind::object) {
    read_message(reader, complaints);
  } else if (reader.peek() == JsonReader::Kind::array) {
    read_items(reader, [&] { complaints.push_back(read_complaint(reader)); });
  }
  auto const silent = [](Complaint const& each) { return trimmed(each.message).empty(); };
  complaints.erase(std::remove_if(complaints.begin(), complaints.end(), silent), complaints.end());
  return complaints;
}

/// Whether the series was not added because it is there.
inline bool says_exists(Complaints const& complaints) {
  return std::any_of(complaints.begin(), complaints.end(), [](Complaint const& each) {
    return each.code == "SeriesExistsValidator" ||
           each.message == "This series has already been added";
  });
}

/// Whether nobody knows the series by its number.
inline bool says_not_found(Complaints const& complaints) {
  return std::any_of(complaints.begin(), complaints.end(), [](Complaint const& each) {
    return each.message.starts_with("A series with this ID was not found");
  });
}

/// All that was said, on one line: `QualityProfileId: "does not exist"; TitleSlug: "is in use"`.
inline std::string all_said(Complaints const& complaints) {
  std::string text;
  for (auto const& each : complaints) {
    if (!text.empty()) text += "; ";
    if (!each.property.empty()) text += one_line(each.property, 60) + ": ";
    text += '"' + one_line(each.message) + '"';
  }
  return text;
}

}  // namespace sievarr::wire::arr

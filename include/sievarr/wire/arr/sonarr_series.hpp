#pragma once

#include <sievarr/wire/arr/reading.hpp>
#include <sievarr/wire/json_pieces.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::wire::arr {

/// A series that a Sonarr has.
struct Series {
  std::int64_t id = 0;
  std::int64_t tvdb_id = 0;
  std::string title;
  std::string path;

  bool operator==(Series const&) const = default;
};

/// Reads the list of all series as it comes in, holding one of them at a time.
class SeriesReader {
 public:
  using Take = std::function<void(Series const&)>;

  explicit SeriesReader(Take take)
      : take_(std::move(take)), pieces_([this](JsonPiece const& piece) { read(piece); }) {}
  SeriesReader(SeriesReader const&) = delete;

  void feed(std::string_view bytes) {
    if (!began_) {
      auto const first = bytes.find_first_not_of(" \t\r\n");
      if (first == std::string_view::npos) return;
      began_ = true;
      if (bytes[first] != '[') complain("expected a list of series");
    }
    if (!complaint_) pieces_.feed(bytes);
  }

  /// Says that the list is over. Why it is none, or not all of one; nothing where it was read.
  std::optional<std::string> finish() {
    if (!began_) complain("expected a list of series, got nothing");
    if (!complaint_) pieces_.finish();
    return std::move(complaint_);
  }

 private:
  void complain(std::string message) {
    if (!complaint_) complaint_ = std::move(message);
  }

  void read(JsonPiece const& piece) {
    auto const where = to_text(piece.line) + ":" + to_text(piece.column) + ": ";
    if (!piece.complaint.empty()) return complain(where + std::string(piece.complaint));
    if (piece.index == JsonPiece::no_index)
      return complain(where + "expected nothing behind the list");
    if (complaint_) return;
    JsonReader reader(piece.text);
    auto const series = read_series(reader);
    if (!reader.finish())
      return complain(where + "item " + to_text(piece.index + 1) + ": " +
                      document::explained(*reader.error(), piece.text));
    // What TheTVDB does not know is nothing that anybody here could add.
    if (series.tvdb_id > 0) take_(series);
  }

  static Series read_series(JsonReader& reader) {
    Series series;
    read_members(reader, [&](std::string_view key) {
      if (key == "id") return series.id = whole_number(reader).value_or(0), true;
      if (key == "tvdbId") return series.tvdb_id = whole_number(reader).value_or(0), true;
      if (key == "title") return series.title = text_or_null(reader), true;
      if (key == "path") return series.path = text_or_null(reader), true;
      return false;
    });
    if (series.id <= 0) reader.fail("the series has no number");
    return series;
  }

  Take take_;
  JsonPieces pieces_;
  bool began_ = false;
  std::optional<std::string> complaint_;
};

}  // namespace sievarr::wire::arr

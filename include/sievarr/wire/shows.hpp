#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/json_places.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/wire/json_stream.hpp>
#include <sievarr/wire/show_object.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::wire {

/// What came of reading shows, apart from the shows.
struct ShowsRead {
  std::size_t shows = 0;
  std::size_t bad = 0;  ///< Entries that are no show.
  std::size_t odd = 0;  ///< Values of shows that made no sense and were taken as absent.
  bool whole = true;    ///< False when the text broke off or got out of step.
  Problems problems;    ///< The first hundred errors and the first hundred hints.
};

/// Reads shows from whatever they come in: one a line, a list, a single object; in TVMaze's
/// spelling or as our export writes them. The bytes come in chunks of any size and are not kept.
class ShowReader {
 public:
  using Visit = std::function<void(Show&)>;

  static constexpr std::size_t most_problems = 100;

  ShowReader(std::string source, Visit visit)
      : source_(std::move(source)),
        visit_(std::move(visit)),
        stream_([this](JsonPiece const& piece) { take(piece); }) {}

  ShowReader(ShowReader const&) = delete;
  ShowReader& operator=(ShowReader const&) = delete;

  void feed(std::string_view bytes) {
    if (!stopped_) stream_.feed(bytes);
  }

  ShowsRead finish() {
    if (!stopped_) stream_.finish();
    return std::move(read_);
  }

 private:
  void take(JsonPiece const& piece) {
    if (stopped_) return;
    if (!piece.complaint.empty()) {
      read_.whole = read_.whole && !piece.broken;
      return refuse(place_in(piece, 0), piece, std::string(piece.complaint));
    }
    auto const kind = object_.read(piece.text);
    if (kind == ShowObject::Kind::header) return;
    if (kind == ShowObject::Kind::newer_header) return stop(piece);
    if (kind == ShowObject::Kind::nothing)
      return refuse(place_in(piece, object_.complaint_offset()), piece, object_.complaint());
    for (auto const& oddity : object_.oddities()) remark(piece, oddity);
    ++read_.shows;
    visit_(object_.show());
  }

  void stop(JsonPiece const& piece) {
    stopped_ = true;
    read_.whole = false;
    refuse(place_in(piece, 0), piece,
           "the export was written by a newer version of this program; this one reads version " +
               to_text(export_version) + ", update it");
    if (!read_.problems.empty()) read_.problems.back().code = "newer-export";
  }

  void refuse(Place place, JsonPiece const& piece, std::string message) {
    if (++read_.bad > most_problems) return;
    read_.problems.push_back({.place = std::move(place),
                              .path = path_of(piece),
                              .message = std::move(message),
                              .code = "bad-show",
                              .fix = {}});
  }

  void remark(JsonPiece const& piece, Oddity const& oddity) {
    if (++read_.odd > most_problems) return;
    auto path = path_of(piece);
    if (!path.empty()) path += '.';
    read_.problems.push_back({.place = place_in(piece, 0),
                              .path = path.append(oddity.field),
                              .message = "expected " + std::string(oddity.expected) + ", got " +
                                         quoted(oddity.found) + "; taken as unknown",
                              .code = "odd-value",
                              .severity = Severity::hint,
                              .fix = {}});
  }

  static std::string path_of(JsonPiece const& piece) {
    return piece.index == JsonPiece::no_index ? "" : "[" + to_text(piece.index) + "]";
  }

  Place place_in(JsonPiece const& piece, std::size_t offset) const {
    auto place = document::JsonPlaces(piece.text, source_).place(offset, offset);
    auto const shift = static_cast<std::uint32_t>(piece.column - 1);
    if (place.line == 1) place.column += shift;
    place.line += static_cast<std::uint32_t>(piece.line - 1);
    place.begin = place.end = 0;
    return place;
  }

  std::string source_;
  Visit visit_;
  ShowObject object_;
  ShowsRead read_;
  bool stopped_ = false;
  JsonStream stream_;
};

}  // namespace sievarr::wire

#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/json_places.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/wire/described_object.hpp>
#include <sievarr/wire/tvmaze/tvmaze_object.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wire {

/// The newest form of the export that this program reads and writes.
inline constexpr std::int64_t export_version = 1;
inline constexpr std::string_view export_mark = "sievarr_export";

/// Reads single JSON objects as shows, in our spelling where they have a "title", else in TVMaze's.
/// The show is used again for the next object, so that it keeps its room.
class ShowObject {
 public:
  enum class Kind : std::uint8_t { show, header, newer_header, nothing };

  Kind read(std::string_view text) {
    if (!read_as_guessed(text)) {
      guess_ = guess_ == Spelling::ours ? Spelling::tvmaze : Spelling::ours;
      read_as_guessed(text);
    }
    return judged();
  }

  /// Reads the item that comes next as a show in TVMaze's spelling; false where there is anything
  /// to say about it.
  bool read_plain(document::JsonReader& reader) {
    LooseValues values(reader);
    forget();
    read_tvmaze(values);
    oddities_ = values.take_oddities();
    if (reader.error() || !other_title_.empty()) return false;
    return judged() == Kind::show && oddities_.empty();
  }

  Show& show() { return show_; }
  std::vector<Oddity> const& oddities() const { return oddities_; }

  /// Why there is no show, and at which byte of the text.
  std::string const& complaint() const { return complaint_; }
  std::size_t complaint_offset() const { return offset_; }

 private:
  enum class Spelling : std::uint8_t { tvmaze, ours };

  /// False when the object turns out to be in the other spelling. The shows of one source are all
  /// alike, so that hardly ever happens twice.
  bool read_as_guessed(std::string_view text) {
    document::JsonReader reader(text);
    LooseValues values(reader);
    forget();
    guess_ == Spelling::ours ? read_ours(values) : read_tvmaze(values);
    reader.finish();
    oddities_ = values.take_oddities();
    if (auto const& error = reader.error()) {
      complaint_ = document::explained(*error, text);
      offset_ = error->offset;
      return true;
    }
    if (other_title_.empty()) return true;
    return guess_ == Spelling::ours && !show_.title.empty();
  }

  void forget() {
    clear_fields(show_);
    other_title_.clear();
    version_ = 0;
    complaint_.clear();
    offset_ = 0;
  }

  void read_ours(LooseValues& values) {
    values.reader().enter_object();
    while (auto const key = values.reader().next_key())
      if (!read_field(values, *key, show_)) read_other(values, *key, "name");
  }

  void read_tvmaze(LooseValues& values) {
    tvmaze::Draft draft{.show = show_};
    values.reader().enter_object();
    while (auto const key = values.reader().next_key())
      if (!tvmaze::read_key(values, *key, draft)) read_other(values, *key, "title");
    show_.country = draft.network_country ? draft.network_country : draft.web_country;
  }

  void read_other(LooseValues& values, std::string_view key, std::string_view other) {
    auto& reader = values.reader();
    if (key == other && reader.peek() == document::JsonReader::Kind::string)
      other_title_ = reader.string();
    else if (key == export_mark)
      values.read(version_);
    else
      reader.skip_value();
  }

  Kind judged() {
    if (!complaint_.empty()) return Kind::nothing;
    if (version_ > export_version) return Kind::newer_header;
    if (version_ > 0 && show_.title.empty()) return Kind::header;
    if (show_.id <= 0) {
      complaint_ = "a show needs an id, a whole number above 0";
    } else if (trimmed(show_.title).empty()) {
      complaint_ = "show " + to_text(show_.id) + R"( needs a "name" or, in an export, a "title")";
    }
    if (!complaint_.empty()) return Kind::nothing;
    drop_zeros();
    drop_impossible();
    return Kind::show;
  }

  /// No number and no length is ever 0 or less: that is how some write "unknown".
  void drop_zeros() {
    if (show_.tvdb_id && *show_.tvdb_id <= 0) show_.tvdb_id.reset();
    if (show_.runtime && *show_.runtime <= 0) show_.runtime.reset();
    if (show_.average_runtime && *show_.average_runtime <= 0) show_.average_runtime.reset();
  }

  void drop_impossible() {
    if (show_.rating && !(*show_.rating >= 0 && *show_.rating <= 10)) {
      oddities_.push_back({"rating", "a number from 0 to 10", to_text(*show_.rating)});
      show_.rating.reset();
    }
    if (show_.weight && (*show_.weight < 0 || *show_.weight > 100)) {
      oddities_.push_back({"weight", "a whole number from 0 to 100", to_text(*show_.weight)});
      show_.weight.reset();
    }
  }

  Spelling guess_ = Spelling::tvmaze;
  Show show_;
  std::int64_t version_ = 0;
  std::string other_title_;
  std::vector<Oddity> oddities_;
  std::string complaint_;
  std::size_t offset_ = 0;
};

}  // namespace sievarr::wire

#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/document/json_places.hpp>
#include <sievarr/document/json_reader.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/wire/json_end.hpp>
#include <sievarr/wire/shows.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What TVMaze's API answers.
namespace sievarr::wire::tvmaze {

/// One page of the index of shows.
struct Page {
  std::vector<Show> shows;
  Problems problems;  ///< Entries that are no show, values that made no sense.
};

/// When a show was last changed, in seconds since 1970.
struct Update {
  std::int64_t id = 0;
  std::int64_t updated = 0;

  bool operator==(Update const&) const = default;
};

/// All that the map of updates names.
struct Updates {
  std::vector<Update> shows;  ///< By id.
  Problems problems;
};

inline Problem bad_answer(std::string source, std::string message) {
  return {.place = {.source = std::move(source)},
          .path = {},
          .message = std::move(message),
          .code = "bad-json",
          .fix = {}};
}

inline Problem bad_answer(std::string source, std::string_view text,
                          document::JsonError const& error) {
  auto problem = bad_answer(source, document::explained(error, text));
  problem.place = document::JsonPlaces(text, std::move(source)).place(error.offset, error.offset);
  return problem;
}

/// Whether a show of that id is to be read. Without one, all are.
using Wants = std::function<bool(std::int64_t)>;

/// The shows of a page with which all is well; none where there is anything to remark.
inline std::optional<std::vector<Show>> plain_shows(std::string_view text) {
  std::vector<Show> shows;
  ShowObject object;
  document::JsonReader reader(text);
  reader.enter_array();
  while (reader.next_item()) {
    if (!object.read_plain(reader)) return std::nullopt;
    shows.push_back(std::move(object.show()));
  }
  if (!reader.finish()) return std::nullopt;
  return shows;
}

/// The id that an object begins with, as TVMaze writes it; 0 where it does not.
inline std::int64_t first_id(std::string_view object) {
  constexpr std::string_view key = R"({"id":)";
  if (!object.starts_with(key)) return 0;
  object.remove_prefix(key.size());
  return to_integer(object.substr(0, object.find(','))).value_or(0);
}

/// The same, but passes over what is not wanted: reading all of a page takes ten times as long.
/// Only for pages as TVMaze writes them, without white space between the shows.
inline std::optional<std::vector<Show>> plain_shows(std::string_view text, Wants const& wants) {
  std::vector<Show> shows;
  ShowObject object;
  if (!text.starts_with("[{")) return std::nullopt;
  while (text.starts_with('[') || text.starts_with(',')) {
    text.remove_prefix(1);
    auto const length = text.starts_with('{') ? json_object_length(text) : std::nullopt;
    if (!length) return std::nullopt;
    document::JsonReader reader(text.substr(0, *length));
    if (auto const id = first_id(text); id <= 0 || wants(id)) {
      if (!object.read_plain(reader) || !reader.finish()) return std::nullopt;
      shows.push_back(std::move(object.show()));
    }
    text.remove_prefix(*length);
  }
  if (text != "]") return std::nullopt;
  return shows;
}

/// Reads a page. An entry that is no show does not spoil the others; a text that is no list, or not
/// all of one, is no page. Shows that are not wanted may be left out, whatever is in them.
inline Checked<Page> read_page(std::string_view text, std::string source, Wants const& wants = {}) {
  Page page;
  if (auto shows = wants ? plain_shows(text, wants) : plain_shows(text)) {
    page.shows = *std::move(shows);
    return page;
  }
  document::JsonReader reader(text);
  if (!reader.enter_array()) return Problems{bad_answer(std::move(source), text, *reader.error())};
  ShowReader shows(source, [&](Show& show) { page.shows.push_back(std::move(show)); });
  shows.feed(text);
  auto read = shows.finish();
  page.problems = std::move(read.problems);
  if (read.whole) return page;
  return std::move(page.problems);
}

/// Reads a single show.
inline Checked<Show> read_show(std::string_view text, std::string source) {
  ShowObject object;
  if (object.read(text) == ShowObject::Kind::show) return std::move(object.show());
  auto problem = bad_answer(source, object.complaint());
  auto const at = object.complaint_offset();
  problem.place = document::JsonPlaces(text, std::move(source)).place(at, at);
  return Problems{std::move(problem)};
}

/// Reads one entry of the map: {"12": 1704793709}.
inline void read_update(document::JsonReader& reader, std::string_view key, Updates& into) {
  auto const id = to_integer(key);
  auto const value = reader.raw_value();
  auto const updated = to_integer(value);
  if (id && *id > 0 && updated && *updated > 0)
    into.shows.push_back({.id = *id, .updated = *updated});
  else if (into.problems.size() < ShowReader::most_problems)
    into.problems.push_back(bad_answer(
        "", "expected an id and a time above 0, got " + quoted(key) + ": " + quoted(value)));
}

/// Reads the map from id to time. TVMaze writes an empty one as a list.
inline Checked<Updates> read_updates(std::string_view text, std::string source) {
  Updates updates;
  document::JsonReader reader(text);
  if (reader.peek() == document::JsonReader::Kind::array) {
    reader.enter_array();
    if (reader.next_item()) reader.fail("expected an object");
  } else {
    reader.enter_object();
    while (auto const key = reader.next_key()) read_update(reader, std::string(*key), updates);
  }
  reader.finish();
  if (auto const& error = reader.error())
    return Problems{bad_answer(std::move(source), text, *error)};
  for (auto& problem : updates.problems) problem.place.source = source;
  std::sort(updates.shows.begin(), updates.shows.end(),
            [](Update const& a, Update const& b) { return a.id < b.id; });
  return updates;
}

}  // namespace sievarr::wire::tvmaze

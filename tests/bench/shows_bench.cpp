#include "measure.hpp"

#include <sievarr/document/json.hpp>
#include <sievarr/sample/catalogue.hpp>
#include <sievarr/sample/tvmaze.hpp>
#include <sievarr/wire/export.hpp>
#include <sievarr/wire/shows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How fast shows are made, read and written: shows_bench [COUNT].
namespace sievarr::bench {
namespace {

/// Hands a text over as a file is read: in pieces.
void feed(wire::ShowReader& reader, std::string_view text) {
  constexpr std::size_t piece = 256 * 1024;
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size())))
    reader.feed(text.substr(0, piece));
}

std::size_t read(std::string_view text) {
  std::size_t genres = 0;
  wire::ShowReader reader("bench", [&](Show& show) { genres += show.genres.size(); });
  feed(reader, text);
  return reader.finish().shows * 1000 + genres;
}

std::size_t load(std::string_view text) {
  std::vector<Show> shows;
  wire::ShowReader reader("bench", [&](Show& show) { shows.push_back(std::move(show)); });
  feed(reader, text);
  reader.finish();
  return shows.size();
}

std::size_t skip(std::string_view list) {
  document::JsonReader reader(list);
  reader.skip_value();
  return reader.finish() ? reader.end_offset() : 0;
}

std::string exported(std::vector<Show> const& shows) {
  std::string text;
  wire::append_export_header(text);
  for (auto const& show : shows) wire::append_export_line(text, show);
  return text;
}

/// The shows as TVMaze would write them, with something before, between and behind them.
std::string tvmaze_text(std::vector<Show> const& shows, std::string_view marks) {
  std::string text;
  for (auto const& show : shows) {
    text += text.empty() ? marks[0] : marks[1];
    text += sample::as_tvmaze(show);
  }
  return text + marks[2];
}

int run(std::size_t count) {
  auto const shows = sample::shows(1, count);
  auto const lines = tvmaze_text(shows, "\n\n\n");
  auto const list = tvmaze_text(shows, "[,]");
  auto const text = exported(shows);
  auto const page = tvmaze_text(sample::shows(1, 240), "[,]");
  auto const items = static_cast<double>(count);
  auto const bytes = [](std::string const& each) { return static_cast<double>(each.size()); };
  std::printf("%zu shows, %zu bytes as TVMaze writes them, %zu as our export\n", count,
              lines.size(), text.size());
  auto const steady = measure(
      {
          {"make up shows", [&] { return sample::shows(1, count).size(); }, items, 0},
          {"read TVMaze's shows, one a line", [&] { return read(lines); }, items, bytes(lines)},
          {"read TVMaze's shows in a list", [&] { return read(list); }, items, bytes(list)},
          {"skip over that list", [&] { return skip(list); }, items, bytes(list)},
          {"read the shows of an export", [&] { return read(text); }, items, bytes(text)},
          {"load the shows of an export", [&] { return load(text); }, items, bytes(text)},
          {"write an export", [&] { return exported(shows).size(); }, items, bytes(text)},
          {"a page of 240 as a tree of nodes",
           [&] { return document::read_json(page, "page").problems.size(); }, 240, bytes(page)},
      },
      7);
  return steady ? 0 : 1;
}

}  // namespace
}  // namespace sievarr::bench

int main(int argc, char** argv) {
  auto const count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 90'000UL;
  return sievarr::bench::run(count > 0 ? count : 90'000);
}

#include "measure.hpp"
#include "store/catalogue.hpp"
#include "store/open.hpp"

#include <sievarr/filter/columns/table.hpp>
#include <sievarr/sample/catalogue.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

/// How fast the catalogue is written, page by page, and loaded: store_bench [COUNT].
namespace sievarr::bench {
namespace {

/// Whatever went wrong is said, and the end.
template <class T>
T must(Outcome<T> outcome) {
  if (outcome) return *std::move(outcome);
  std::printf("%s\n", outcome.error().text.c_str());
  std::exit(1);
}

/// What most shows come to: one row in a hundred says more than that.
adding::ShowState judged(Show const& show) {
  adding::ShowState row{.show_id = show.id, .status = adding::Status::filtered};
  row.category = filter::Category::genre;
  row.changed = show.updated;
  if (show.id % 100 != 0) return row;
  row.status = adding::Status::added;
  row.category = {};
  row.selection = "prestige";
  row.instance = "sonarr";
  row.series_id = show.id;
  row.added = *to_instant("2026-01-31T10:30:00Z");
  return row;
}

/// What each page of the index changes, as the mirror writes it.
std::vector<store::Changes> pages_of(std::vector<Show> const& shows) {
  std::vector<store::Changes> pages;
  for (auto const& show : shows) {
    auto const number = static_cast<std::size_t>(mirror::page_of(show.id));
    while (pages.size() <= number) {
      auto const page = static_cast<std::int64_t>(pages.size());
      pages.push_back({.pages = {{.page = page, .made = *to_instant("2026-01-31T10:30:00Z")}},
                       .progress = mirror::MirrorProgress{.last_tvmaze_page = page}});
    }
    pages[number].shows.push_back(show);
    pages[number].processing.push_back(judged(show));
  }
  return pages;
}

class Place {
 public:
  Place() : folder_(std::filesystem::temp_directory_path() / "sievarr-store-bench") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
  }
  ~Place() { std::filesystem::remove_all(folder_); }
  std::string file() const { return folder_ / "shows.db"; }

 private:
  std::filesystem::path folder_;
};

std::size_t write(Place const& place, std::vector<store::Changes> const& pages) {
  for (auto const* const end : {"", "-wal", "-shm"}) std::filesystem::remove(place.file() + end);
  auto database = must(store::open_store(place.file()));
  store::Catalogue catalogue(database);
  for (auto const& page : pages) must(catalogue.write(page));
  return pages.size();
}

std::size_t load(Place const& place) {
  auto database = must(store::open_store(place.file()));
  store::Catalogue catalogue(database);
  filter::Table table;
  std::size_t rows = 0;
  must(catalogue.shows().each([&](Show const& show) { table.upsert(show); }));
  must(catalogue.show_states().each([&](adding::ShowState const&) { ++rows; }));
  return table.size() * 1'000'000 + rows;
}

std::size_t plan(Place const& place) {
  auto database = must(store::open_to_read(place.file()));
  return must(store::Catalogue(database).mirror_contents()).shows.size();
}

std::size_t visit(Place const& place) {
  auto database = must(store::open_to_read(place.file()));
  std::size_t genres = 0;
  must(store::Shows(database).each([&](Show const& show) { genres += show.genres.size(); }));
  return genres;
}

int run(std::size_t count) {
  Place const place;
  auto const pages = pages_of(sample::shows(1, count));
  auto const items = static_cast<double>(count);
  write(place, pages);
  {
    auto database = must(store::open_store(place.file()));
    must(database.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  auto const bytes = static_cast<double>(std::filesystem::file_size(place.file()));
  std::printf("%zu shows in %zu pages: %.1f MB, %.0f bytes a show\n", count, pages.size(),
              bytes / 1e6, bytes / items);
  auto const steady = measure(
      {
          {"check, load shows and rows", [&] { return load(place); }, items, bytes},
          {"of this, read the shows", [&] { return visit(place); }, items, bytes},
          {"what a cycle is planned from", [&] { return plan(place); }, items, 0},
          {"write all, a transaction a page", [&] { return write(place, pages); }, items, 0},
      },
      5);
  return steady ? 0 : 1;
}

}  // namespace
}  // namespace sievarr::bench

int main(int argc, char** argv) {
  auto const count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 90'000UL;
  return sievarr::bench::run(count > 0 ? count : 90'000);
}

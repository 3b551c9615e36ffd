#include <sievarr/report/row_query.hpp>

#include <sievarr/report/exported_row.hpp>
#include <sievarr/report/group_line.hpp>

#include "fixtures.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::report {
namespace {

using filter::GroupBy;

filter::Table some_shows() {
  filter::Table table;
  table.upsert({.id = 5, .title = "Beagle", .language = "English", .genres = {"Drama", "War"}});
  table.upsert({.id = 3, .title = "ärger", .language = "german", .rating = 6.5});
  table.upsert({.id = 4,
                .title = "Zoo",
                .language = "German",
                .premiered = to_date("1999-05-01"),
                .genres = {"drama"},
                .rating = 9});
  table.upsert({.id = 1, .title = "Gone", .language = "English", .rating = 1});
  table.remove(1);
  return table;
}

std::string titles(filter::Table const& table, std::vector<std::uint32_t> const& rows) {
  std::string text;
  for (auto const row : rows) text += std::string{table.titles()[row]} + " ";
  return text;
}

std::string in_order(filter::Table const& table, filter::SortBy by, filter::Direction direction) {
  filter::Decisions const decisions(table.size());
  auto const keys = filter::SortKeyMaker(table, decisions).keys(by);
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < table.size(); ++row) rows.push_back(row);
  return titles(table, filter::sorted_rows(rows, keys, direction, table));
}

std::string groups(filter::Table const& table, GroupBy by) {
  filter::Decisions const decisions(table.size());
  std::string text;
  for (auto const& line : group_lines(filter::RowGroups(table, by).count(table, decisions), by)) {
    text += line.word.value_or("unknown") + " " + to_text(line.verdicts[0]) + ", ";
  }
  return text;
}

}  // namespace

TEST_CASE("rows are sorted by anything, what is not known comes last both ways") {
  auto const table = some_shows();
  using enum filter::Direction;
  CHECK(in_order(table, filter::SortBy::title, ascending) == "Beagle Gone Zoo ärger ");
  CHECK(in_order(table, filter::SortBy::rating, ascending) == "Gone ärger Zoo Beagle ");
  CHECK(in_order(table, filter::SortBy::rating, descending) == "Zoo ärger Gone Beagle ");
  CHECK(in_order(table, filter::SortBy::id, descending) == "Beagle Zoo ärger Gone ");
  CHECK(in_order(table, filter::SortBy::language, ascending) == "Gone Beagle ärger Zoo ");
}

TEST_CASE("shows are counted by what they have in common, words folded, years in order") {
  auto const table = some_shows();
  CHECK(groups(table, GroupBy::genre) == "Drama 2, War 1, unknown 1, ");
  CHECK(groups(table, GroupBy::language) == "german 2, English 1, ");
  CHECK(groups(table, GroupBy::year) == "1999 1, unknown 2, ");
}

TEST_CASE("exported shows say what becomes of them, in tables and line by line") {
  auto const table = some_shows();
  auto const plan = filter::fixtures::plan("selections: [{name: a, languages: [German]}]");
  CHECK(exported(plan, table, {2, 99}, ExportFormat::csv) ==
        "id,title,tvdb_id,imdb_id,type,language,country,status,premiered,ended,network,"
        "web_channel,genres,runtime,average_runtime,rating,weight,updated,verdict,category,"
        "selection,instance,reason\r\n"
        "4,Zoo,,,,German,,,1999-05-01,,,,drama,,,9,,0,no_tvdb,,a,sonarr,"
        "\"Wanted by selection \"\"a\"\", but without a TVDB id\"\r\n");
  CHECK(exported(plan, table, {0}, ExportFormat::ndjson).ends_with("(wanted German)\"}\n"));
}

}  // namespace sievarr::report

#include <sievarr/wire/arr/episode_spelling.hpp>
#include <sievarr/wire/arr/file_spelling.hpp>
#include <sievarr/wire/arr/lists.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wire::arr {
namespace {

struct ReadInChunks {
  std::vector<media::Episode> items;
  ListRead read;
};

ReadInChunks in_chunks(std::string_view text, std::size_t chunk = 5) {
  ReadInChunks all;
  ListReader<media::Episode> reader(Family::series,
                                    [&](media::Episode& episode) { all.items.push_back(episode); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  all.read = reader.finish();
  return all;
}

auto episodes_in(std::string_view text) {
  return read_listing<media::Episode>(text, "episodes", Family::series);
}

constexpr std::string_view two_episodes = R"([
  {"id": 1, "seriesId": 7, "seasonNumber": 1, "title": "A"},
  {"id": 2, "seriesId": 7, "seasonNumber": 1, "title": "B, [\"c\"]"}
])";

}  // namespace

TEST_CASE("a list is the same at once and in chunks") {
  auto const whole = episodes_in(two_episodes);
  REQUIRE(whole);
  REQUIRE(whole->items.size() == 2);
  CHECK(whole->items[1].title == R"(B, ["c"])");
  CHECK_FALSE(whole->total);
  for (std::size_t const chunk : {1U, 2U, 3U, 64U, 4096U}) {
    auto const parts = in_chunks(two_episodes, chunk);
    CHECK(parts.items == whole->items);
    CHECK(parts.read.items == 2);
    CHECK_FALSE(parts.read.complaint);
  }
  CHECK(episodes_in("[]")->items.empty());
  CHECK_FALSE(in_chunks(" [ ] ").read.complaint);
}

TEST_CASE("a list may begin with a byte order mark, but with a whole one") {
  std::string const marked = "\xEF\xBB\xBF" + std::string(two_episodes);
  for (std::size_t const chunk : {1U, 2U, 4096U})
    CHECK(in_chunks(marked, chunk).items == episodes_in(marked)->items);
  for (std::string const broken : {"\xEF\xBB[]", "\xEF", " \xEF\xBB\xBF[]", "\xEF\xBB\xBF"}) {
    CAPTURE(broken);
    CHECK(in_chunks(broken, 1).read.complaint);
    CHECK_FALSE(episodes_in(broken));
  }
}

TEST_CASE("a page says how many items there are") {
  auto const page = episodes_in(
      R"({"page":1,"sortKey":"x","totalRecords":70,"records":[{"id":1,"seriesId":7}]})");
  REQUIRE(page);
  CHECK(page->total == 70);
  CHECK(page->items.size() == 1);
  for (auto const* text : {R"({"totalRecords":0})", R"({"records":[]})", R"({"message":"no"})",
                           "null", "", "<html>", R"({"totalRecords":"1","records":[]})"}) {
    CAPTURE(text);
    CHECK_FALSE(episodes_in(text));
  }
}

TEST_CASE("what is no list, or not all of one, is refused with a place") {
  struct Case {
    std::string text;
    std::string_view complaint;
  };
  std::vector<Case> const cases{
      {"", "expected a list, got nothing"},
      {"  \n", "expected a list, got nothing"},
      {R"({"message":"database is locked"})", "expected a list"},
      {"<html>", "expected a list"},
      {std::string(two_episodes.substr(0, 70)), "the text ends too early"},
      {std::string(two_episodes.substr(0, two_episodes.rfind(']'))), "the text ends too early"},
      {std::string(two_episodes) + "[]", "expected nothing behind the list"},
      {R"([{"id":1,"seriesId":7},{"seriesId":7}])", "item 2: the episode has no number"},
      {R"([{"id":1}])", "item 1: the episode has no series"},
      {"[null]", "item 1: expected an object"},
      {R"([{"id":1,"seriesId":7,"title":"\x"}])", "item 1: "},
  };
  for (auto const& each : cases) {
    CAPTURE(each.text);
    auto const found = in_chunks(each.text).read.complaint.value_or("");
    CAPTURE(found);
    CHECK(found.find(each.complaint) != std::string::npos);
    CHECK_FALSE(episodes_in(each.text));
  }
}

TEST_CASE("an item behind one that is refused is not given away") {
  auto const cut = in_chunks(R"([{"id":1,"seriesId":7},{"id":0},{"id":3,"seriesId":7}])");
  REQUIRE(cut.items.size() == 1);
  CHECK(cut.items[0].id == 1);
  CHECK(cut.read.complaint.value_or("") == "1:24: item 2: the episode has no number");
}

TEST_CASE("a value that makes no sense is absent and said, and spoils nothing else") {
  auto const read = episodes_in(R"([{"id":1,"seriesId":7,"title":"A","airDate":"soon","runtime":"x",
    "hasFile":"perhaps","monitored":true,"airDateUtc":7,"episodeFileId":"9"}])");
  REQUIRE(read);
  CHECK(read->items[0] ==
        media::Episode{.id = 1, .series_id = 7, .file_id = 9, .title = "A", .monitored = true});
  std::vector<std::string_view> fields;
  for (auto const& each : read->remarks.oddities) fields.push_back(each.field);
  CHECK(fields == std::vector<std::string_view>{"airDate", "runtime", "hasFile", "airDateUtc"});
  CHECK(read->remarks.oddities[0] == Oddity{"airDate", "a day such as 2026-01-31", "soon"});
}

TEST_CASE("null is absent, and nothing to remark") {
  auto const read = episodes_in(R"([{"id":1,"seriesId":7,"title":null,"airDate":null,"hasFile":null,
    "runtime":null,"airDateUtc":null,"finaleType":null,"seasonNumber":null}])");
  REQUIRE(read);
  CHECK(read->items[0] == media::Episode{.id = 1, .series_id = 7});
  CHECK(read->remarks == Remarks{});
}

TEST_CASE("no more than a hundred remarks are kept, and all are counted") {
  std::string text = "[";
  for (int at = 1; at <= 130; ++at)
    text += (at == 1 ? "" : ",") + std::string(R"({"id":5,"seriesId":7,"runtime":"x"})");
  auto const read = in_chunks(text + "]").read;
  CHECK(read.items == 130);
  CHECK(read.remarks.count == 130);
  CHECK(read.remarks.oddities.size() == Remarks::most);
}

TEST_CASE("an enumerator is read by its word in any case, or by its number, and else unknown") {
  auto const type = [](std::string const& value) {
    auto const text = R"({"id":1,"path":"/x","releaseType":)" + value + "}";
    auto const read = read_single<media::File>(text, "file", Family::series);
    REQUIRE(read);
    CHECK(read->remarks == Remarks{});
    return read->item.release_type;
  };
  CHECK(type(R"("seasonPack")") == media::ReleaseType::season_pack);
  CHECK(type(R"("SEASONPACK")") == media::ReleaseType::season_pack);
  CHECK(type("3") == media::ReleaseType::season_pack);
  CHECK(type(R"("halfSeason")") == media::ReleaseType::unknown);
  CHECK(type("17") == media::ReleaseType::unknown);
  CHECK(type("1e99") == media::ReleaseType::unknown);
  CHECK(type("null") == media::ReleaseType::unknown);
}

TEST_CASE("both families number the sources of qualities in their own way") {
  auto const source = [](std::string const& value, Family family) {
    auto const text = R"({"id":1,"path":"/x","quality":{"quality":{"source":)" + value + "}}}";
    return read_single<media::File>(text, "x", family)->item.quality.quality.source;
  };
  using media::QualitySource;
  CHECK(source("3", Family::series) == QualitySource::web);
  CHECK(source("3", Family::movies) == QualitySource::telecine);
  CHECK(source("7", Family::series) == QualitySource::bluray_raw);
  CHECK(source("7", Family::movies) == QualitySource::web);
  CHECK(source("5", Family::series) == QualitySource::dvd);
  CHECK(source("5", Family::movies) == QualitySource::dvd);
  CHECK(source(R"("webdl")", Family::movies) == source(R"("web")", Family::series));
  CHECK(source(R"("tv")", Family::movies) == source(R"("television")", Family::series));
  CHECK(source(R"("webrip")", Family::movies) == source(R"("webRip")", Family::series));
}

}  // namespace sievarr::wire::arr

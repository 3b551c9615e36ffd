#include "recordings.hpp"

#include <sievarr/wire/arr/complaints.hpp>
#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Requirements R-036 to R-056: what Sonarr 4 and 5, Radarr 6, Whisparr 2 and 3 answered when they
/// ran, where it lies beside the checkout. What they say is read, all of it, and what is passed
/// over is known.
namespace sievarr::wire::arr {
namespace {

using test::Content;

constexpr std::string_view recordings_folder = "arr/real";

struct Recording {
  std::string name;
  std::string text;
  Content content = Content::other;
  Family family = Family::series;
};

std::vector<Recording> recordings() {
  std::vector<Recording> all;
  for (auto const& path : test::list_shared(recordings_folder)) {
    auto const name = path.substr(recordings_folder.size() + 1);
    auto const content = test::content_of(name);
    if (content == Content::other) continue;
    all.push_back({name, *test::read_shared(path), content, test::family_of(name)});
  }
  return all;
}

bool is_single(std::string_view text) {
  return text.starts_with('{') && text.find("\"totalRecords\"") == std::string_view::npos;
}

/// The objects of a list, of a page, of lines, or the one that a text is.
std::vector<std::string> objects_in(std::string_view text) {
  std::vector<std::string> objects;
  JsonReader reader(text);
  auto const take_list = [&] {
    read_items(reader, [&] { objects.emplace_back(reader.raw_value()); });
  };
  if (reader.peek() == JsonReader::Kind::array) return take_list(), objects;
  read_members(reader,
               [&](std::string_view key) { return key == "records" && (take_list(), true); });
  if (!is_single(text)) return objects;
  JsonPieces pieces([&](JsonPiece const& piece) {
    if (piece.complaint.empty()) objects.emplace_back(piece.text);
  });
  objects.clear();
  pieces.feed(text);
  pieces.finish();
  return objects;
}

struct Member {
  std::string key;
  std::string value;
};

std::vector<Member> members_of(std::string_view object) {
  std::vector<Member> members;
  JsonReader reader(object);
  read_members(reader, [&](std::string_view key) {
    members.push_back({std::string(key), ""});
    members.back().value = reader.raw_value();
    return true;
  });
  return members;
}

std::string without(std::vector<Member> const& members, std::size_t left_out) {
  std::string object = "{";
  for (std::size_t at = 0; at < members.size(); ++at) {
    if (at == left_out) continue;
    if (object.size() > 1) object += ',';
    object += '"' + members[at].key + "\":" + members[at].value;
  }
  return object + "}";
}

/// Whether a value says no more than that there is none, or says what another one says.
bool says_nothing(Member const& member) {
  static std::set<std::string> const nothing{
      "null", "0",         "0.0",          "false",      R"("")",
      "[]",   R"("none")", R"("unknown")", R"("movie")", R"("0001-01-01T00:00:00Z")"};
  static std::set<std::string> const elsewhere{"body", "movieFileId", "images"};
  return nothing.contains(member.value) || elsewhere.contains(member.key);
}

template <class T>
T read_alone(std::string const& object, Family family) {
  JsonReader reader(object);
  Values values(reader, family);
  T item;
  read_object(values, item);
  return item;
}

}  // namespace

TEST_CASE("every recording has a line that says what it is") {
  for (auto const& path : test::list_shared(recordings_folder)) {
    CAPTURE(path);
    CHECK(test::content_of(path.substr(recordings_folder.size() + 1)) != Content::unlisted);
  }
}

TEST_CASE("every recording of every server is read without a remark, each of its items") {
  std::map<Content, std::size_t> items;
  for (auto const& each : recordings()) {
    CAPTURE(each.name);
    auto const objects = objects_in(each.text);
    test::with_type(each.content, [&](auto type) {
      using T = decltype(type);
      for (auto const& object : objects) {
        auto const single = read_single<T>(object, each.name, each.family);
        CHECK(single);
        if (single) CHECK(single->remarks == Remarks{});
      }
      items[each.content] += objects.size();
      if (each.name.ends_with(".jsonl") || is_single(each.text)) return;
      auto const listing = read_listing<T>(each.text, each.name, each.family);
      REQUIRE_MESSAGE(listing, listing.error().text);
      CHECK(listing->items.size() == objects.size());
      CHECK(listing->remarks == Remarks{});
    });
  }
  if (items.empty()) return;
  for (auto const content :
       {Content::series, Content::episodes, Content::files, Content::movies, Content::profiles,
        Content::definitions, Content::queue, Content::history, Content::commands})
    CHECK(items[content] > 0);
}

TEST_CASE("a recorded list that comes in chunks is the same list") {
  for (auto const& each : recordings()) {
    CAPTURE(each.name);
    if (!each.text.starts_with('[')) continue;
    test::with_type(each.content, [&](auto type) {
      using T = decltype(type);
      auto const whole = read_listing<T>(each.text, each.name, each.family);
      REQUIRE(whole);
      for (std::size_t const size : {1U, 7U, 4096U}) {
        std::vector<T> items;
        ListReader<T> reader(each.family, [&](T& item) { items.push_back(item); });
        for (std::string_view rest = each.text; !rest.empty();
             rest.remove_prefix(std::min(size, rest.size())))
          reader.feed(rest.substr(0, size));
        auto const read = reader.finish();
        CHECK_FALSE(read.complaint);
        CHECK(read.items == items.size());
        CHECK(items == whole->items);
      }
    });
  }
}

TEST_CASE("whatever a recording says under a key that we know makes a difference") {
  std::set<std::string> lost;
  for (auto const& each : recordings()) {
    test::with_type(each.content, [&](auto type) {
      using T = decltype(type);
      for (auto const& object : objects_in(each.text)) {
        auto const members = members_of(object);
        auto const whole = read_alone<T>(object, each.family);
        for (std::size_t at = 0; at < members.size(); ++at) {
          auto const& member = members[at];
          bool const known = find_key<T>(member.key) != nullptr;
          bool const differs = read_alone<T>(without(members, at), each.family) != whole;
          if (known ? !differs && !says_nothing(member) : differs)
            lost.insert(each.name + ": " + member.key + ": " + member.value);
        }
      }
    });
  }
  for (auto const& each : lost) FAIL_CHECK(each);
}

TEST_CASE("what is passed over in the recordings is known") {
  using Keys = std::set<std::string>;
  std::map<Content, Keys> passed;
  for (auto const& each : recordings()) {
    test::with_type(each.content, [&](auto type) {
      for (auto const& object : objects_in(each.text))
        for (auto const& member : members_of(object))
          if (find_key<decltype(type)>(member.key) == nullptr)
            passed[each.content].insert(member.key);
    });
  }
  if (passed.empty()) return;
  CHECK(passed[Content::series] == Keys{"addOptions", "alternateTitles", "aniListIds", "cleanTitle",
                                        "ended", "languageProfileId", "malIds", "originalCountry",
                                        "tvRageId"});
  CHECK(passed[Content::episodes] == Keys{"actors", "episodeFile", "grabbed", "images", "series"});
  CHECK(passed[Content::files] == Keys{});
  CHECK(passed[Content::movies] ==
        Keys{"addOptions", "alternateTitles", "cleanTitle", "credits", "folderName", "keywords",
             "ratings", "secondaryYearSourceId", "statistics", "website", "youTubeTrailerId"});
  CHECK(passed[Content::profiles] == Keys{});
  CHECK(passed[Content::definitions] == Keys{});
  CHECK(passed[Content::queue] ==
        Keys{"downloadClientHasPostImportCategory", "episode", "episodeHasFile"});
  CHECK(passed[Content::queue_counts] == Keys{"unknownErrors", "unknownWarnings"});
  // The score beside the data is that of today.
  CHECK(passed[Content::history] ==
        Keys{"customFormatScore", "customFormats", "episode", "qualityCutoffNotMet", "series"});
  CHECK(passed[Content::commands] == Keys{"commandName", "lastExecutionTime", "priority",
                                          "sendUpdatesToClient", "stateChangeTime",
                                          "updateScheduledTask"});
}

TEST_CASE("recorded refusals are no items, and say why") {
  for (auto const& each : recordings()) {
    if (each.content != Content::refusal) continue;
    CAPTURE(each.name);
    CHECK_FALSE(read_complaints(each.text).empty());
    CHECK_FALSE(read_single<media::Series>(each.text, "x", each.family));
    CHECK_FALSE(read_single<media::Movie>(each.text, "x", each.family));
    CHECK_FALSE(read_single<media::File>(each.text, "x", each.family));
    CHECK_FALSE(read_single<media::Command>(each.text, "x", each.family));
    CHECK_FALSE(read_listing<media::Episode>(each.text, "x", each.family));
  }
}

TEST_CASE("recorded tags, folders, exclusions and versions are read") {
  for (auto const& each : recordings()) {
    CAPTURE(each.name);
    auto const count = objects_in(each.text).size();
    if (each.content == Content::named) {
      auto const named = read_all_named(each.text, "x");
      REQUIRE(named);
      CHECK(named->size() == count);
    } else if (each.content == Content::folders) {
      auto const folders = read_root_folders(each.text, "x");
      REQUIRE(folders);
      CHECK(folders->size() == count);
      for (auto const& each_folder : *folders) CHECK(each_folder.free_bytes.value_or(0) > 0);
    } else if (each.content == Content::status) {
      CHECK(read_status(each.text, "x")->major() > 1);
    } else if (each.content == Content::exclusions) {
      auto const id = each.family == Family::series ? "tvdbId" : "tmdbId";
      auto const exclusions = read_exclusions(each.text, "x", id);
      REQUIRE(exclusions);
      CHECK(exclusions->records == count);
    }
  }
}

}  // namespace sievarr::wire::arr

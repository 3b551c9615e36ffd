#include "settings_text.hpp"

#include "json_object.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace sievarr::sim {
namespace {

std::string quality(std::int64_t id, std::string_view name, std::int64_t lines) {
  auto const what = JsonObject{}
                        .number("id", id)
                        .text("name", name)
                        .text("source", lines > 480 ? "web" : "television")
                        .number("resolution", lines)
                        .done();
  return JsonObject{}.json("quality", what).json("items", "[]").json("allowed", "true").done();
}

std::string language(std::int64_t id, std::string_view name) {
  return JsonObject{}.number("id", id).text("name", name).done();
}

std::string profile(Named const& each) {
  return JsonObject{}
      .text("name", each.name)
      .json("upgradeAllowed", "true")
      .number("cutoff", 3)
      .json("items", "[" + quality(1, "SDTV", 480) + "," + quality(3, "WEBDL-1080p", 1080) + "]")
      .number("minFormatScore", 0)
      .number("cutoffFormatScore", 0)
      .json("formatItems", "[]")
      .number("id", each.id)
      .done();
}

std::string language_profile(Named const& each) {
  auto const one = language(1, "English");
  auto const item = JsonObject{}.json("language", one).json("allowed", "true").done();
  return JsonObject{}
      .text("name", each.name)
      .json("upgradeAllowed", "true")
      .json("cutoff", one)
      .json("languages", "[" + item + "]")
      .number("id", each.id)
      .done();
}

std::string exclusion(std::int64_t tvdb_id) {
  return JsonObject{}
      .number("tvdbId", tvdb_id)
      .text("title", "Excluded " + to_text(tvdb_id))
      .number("id", tvdb_id % 100'000'000 + 1)
      .done();
}

}  // namespace

std::string status_text(Shelf const& shelf, Instant started) {
  JsonObject out;
  out.text("appName", "Sonarr").text("instanceName", "Sonarr").text("version", shelf.version);
  for (auto const* key : {"buildTime", "startTime"}) out.text(key, to_text(started));
  for (auto const* key : {"isDebug", "isUserInteractive", "isOsx", "isWindows"})
    out.json(key, "false");
  for (auto const* key : {"isProduction", "isAdmin", "isLinux", "isDocker"}) out.json(key, "true");
  if (major(shelf) > 3)
    out.json("isNetCore", "true").text("databaseType", "sqLite").text("databaseVersion", "3.46.1");
  else
    out.json("isMonoRuntime", "true").json("isMono", "true").text("sqliteVersion", "3.34.1");
  return out.text("startupPath", "/app/sonarr/bin")
      .text("appData", "/config")
      .text("osName", "alpine")
      .text("osVersion", "3.21.3")
      .text("mode", "console")
      .text("branch", "main")
      .text("authentication", "forms")
      .number("migrationVersion", 217)
      .text("urlBase", shelf.url_base)
      .text("runtimeVersion", "6.0.35")
      .text("runtimeName", ".NET")
      .text("packageUpdateMechanism", "docker")
      .done();
}

std::string root_folders_text(Shelf const& shelf) {
  return json_list(shelf.root_folders, [](RootFolder const& each) {
    return JsonObject{}
        .text("path", each.path)
        .json("accessible", each.accessible ? "true" : "false")
        .number("freeSpace", each.free_space)
        .json("unmappedFolders", "[]")
        .number("id", each.id)
        .done();
  });
}

std::string quality_profiles_text(Shelf const& shelf) {
  return json_list(shelf.quality_profiles, &profile);
}

std::string language_profiles_text(Shelf const& shelf) {
  if (major(shelf) < 4) return json_list(shelf.language_profiles, &language_profile);
  return json_list(std::vector<Named>{{1, "Deprecated"}}, &language_profile);
}

std::string tag_text(Named const& tag) {
  return JsonObject{}.text("label", tag.name).number("id", tag.id).done();
}

std::string tags_text(Shelf const& shelf) { return json_list(shelf.tags, &tag_text); }

std::string exclusions_text(Shelf const& shelf) { return json_list(shelf.excluded, &exclusion); }

std::string paged_exclusions_text(Shelf const& shelf, Paging paging) {
  std::vector<std::int64_t> const all(shelf.excluded.begin(), shelf.excluded.end());
  auto const count = static_cast<std::int64_t>(all.size());
  auto const page = std::clamp<std::int64_t>(paging.page, 1, count + 1);
  auto const size = std::clamp<std::int64_t>(paging.size, 1, count + 1);
  auto const first = std::min(count, (page - 1) * size);
  auto const last = std::min(count, first + size);
  std::vector<std::int64_t> const shown(all.begin() + first, all.begin() + last);
  return JsonObject{}
      .number("page", paging.page)
      .number("pageSize", paging.size)
      .text("sortKey", "id")
      .text("sortDirection", "ascending")
      .number("totalRecords", count)
      .json("records", json_list(shown, &exclusion))
      .done();
}

}  // namespace sievarr::sim

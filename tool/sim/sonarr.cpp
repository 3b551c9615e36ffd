#include "sim/sonarr.hpp"

#include "sim/json_object.hpp"
#include "sim/posted.hpp"
#include "sim/refusal.hpp"
#include "sim/series_text.hpp"
#include "sim/settings_text.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/json.hpp>
#include <sievarr/reflect/spelling.hpp>
#include <sievarr/sample/dice.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace sievarr::sim {
namespace {

/// Which path is about what, behind /api/v3.
struct Route {
  std::string_view path;
  wire::Method method;
  Kind kind;
};

constexpr std::array routes{
    Route{"/system/status", wire::Method::get, Kind::status},
    Route{"/rootfolder", wire::Method::get, Kind::root_folders},
    Route{"/qualityprofile", wire::Method::get, Kind::quality_profiles},
    Route{"/languageprofile", wire::Method::get, Kind::language_profiles},
    Route{"/tag", wire::Method::get, Kind::tags},
    Route{"/tag", wire::Method::post, Kind::new_tag},
    Route{"/importlistexclusion", wire::Method::get, Kind::exclusions},
    Route{"/importlistexclusion/paged", wire::Method::get, Kind::exclusions},
    Route{"/series/lookup", wire::Method::get, Kind::lookup},
    Route{"/series", wire::Method::get, Kind::series},
    Route{"/series", wire::Method::post, Kind::add},
};

constexpr std::string_view api_path = "/api/v3";

bool has_key(wire::Request const& request, Target const& target, std::string_view key) {
  auto const bearer = "Bearer " + std::string(key);
  return wire::header(request.headers, "X-Api-Key") == key || target.value("apikey") == key ||
         wire::header(request.headers, "Authorization") == bearer;
}

wire::Response general_words(int status) {
  switch (status) {
    case 404: return sonarr_error(404, "NotFound", "");
    case 409:
      return sonarr_error(409, "constraint failed\nUNIQUE constraint failed: Series.TvdbId",
                          "SQLiteException: constraint failed");
    case 500: return sonarr_error(500, "Object reference not set to an instance of an object.", "");
    case 502:
    case 504: return {.status = status, .headers = {{"Content-Type", "text/html"}}};
    case 503: return sonarr_error(503, "Sonarr is starting up, please try again later", "");
    default: return sonarr_error(status, "Status " + to_text(status), "");
  }
}

wire::Response not_allowed() { return {.status = 405, .headers = {{"Server", "Kestrel"}}}; }
wire::Response no_such_path() { return {.status = 404, .headers = {{"Server", "Kestrel"}}}; }

wire::Response unsupported_type() {
  auto response =
      sonarr_json(JsonObject{}
                      .text("type", "https://tools.ietf.org/html/rfc9110#section-15.5.16")
                      .text("title", "Unsupported Media Type")
                      .number("status", 415)
                      .done(),
                  415);
  response.headers.front().value = "application/problem+json; charset=utf-8";
  return response;
}

wire::Response not_found_by_id(Posted const& posted) {
  return refused(
      {{"TvdbId", "A series with this ID was not found. " + posted.path, to_text(posted.tvdb_id)}});
}

Paging paging_of(Target const& target) {
  auto const number = [&](std::string_view name, std::int64_t otherwise) {
    return std::max<std::int64_t>(1,
                                  to_integer(target.value(name).value_or("")).value_or(otherwise));
  };
  return {.page = number("page", 1), .size = number("pageSize", 10)};
}

Series series_of(Posted const& posted, Show show) {
  Series series{.show = std::move(show)};
  // The title is the metadata service's, whatever was posted.
  series.path =
      posted.path.empty()
          ? (posted.root_folder.ends_with('/') ? posted.root_folder : posted.root_folder + "/") +
                series.show.title
          : posted.path;
  series.show.tvdb_id = posted.tvdb_id;
  series.quality_profile = posted.quality_profile;
  series.language_profile = posted.language_profile;
  series.monitor = posted.monitor;
  series.series_type = posted.series_type;
  series.tags = posted.tags;
  series.monitored = posted.monitored;
  series.season_folder = posted.season_folder;
  series.search = posted.search;
  return series;
}

}  // namespace

http::Answer Sonarr::respond(http::Call const& call) {
  auto const asked = question(call.request);
  auto const heard = calls_.hear({world_.now(), asked.kind, call.request});
  if (asked.kind == Kind::add) {
    std::lock_guard const lock(mutex_);
    ++posts_[posted_tvdb_id(call.request.body).value_or(0)].heard;
  }
  auto const harms = faults_.strike(asked.kind);
  auto reply = harmed(harms, call.request,
                      {.answer = [&] { return answer(asked, call.request, harms); },
                       .words = [&](int status) { return words(status); }});
  calls_.answered(heard, heard_status(reply));
  return reply;
}

void Sonarr::change(std::function<void(Shelf&)> const& deed) {
  std::lock_guard const lock(mutex_);
  deed(shelf_);
}

Shelf Sonarr::shelf() const {
  std::lock_guard const lock(mutex_);
  return shelf_;
}

void Sonarr::add_elsewhere(std::int64_t tvdb_id) {
  auto const now = world_.now();
  change(
      [&](Shelf& shelf) { shelve(shelf, {.show = described_or_made_up(tvdb_id), .added = now}); });
}

void Sonarr::remove(std::int64_t tvdb_id) {
  change([&](Shelf& shelf) { unshelve(shelf, tvdb_id); });
}

bool Sonarr::holds(std::int64_t tvdb_id) const {
  std::lock_guard const lock(mutex_);
  return find_series(shelf_, tvdb_id) != nullptr;
}

std::map<std::int64_t, Posts> Sonarr::posts() const {
  std::lock_guard const lock(mutex_);
  return posts_;
}

Sonarr::Question Sonarr::question(wire::Request const& request) const {
  Question asked{.target = Target(request.target),
                 .method = request.method,
                 .kind = Kind::other,
                 .body = request.body};
  std::string_view path = asked.target.path;
  auto const api = path.find(api_path);
  if (api == std::string_view::npos) return asked;
  path.remove_prefix(api + api_path.size());
  auto const method = request.method == wire::Method::head ? wire::Method::get : request.method;
  for (auto const& route : routes)
    if (route.path == path && route.method == method) asked.kind = route.kind;
  constexpr std::string_view one = "/series/";
  auto const number = path.starts_with(one) ? to_integer(path.substr(one.size())) : std::nullopt;
  if (!number || *number < 1) return asked;
  asked.number = *number;
  if (method == wire::Method::get) asked.kind = Kind::series;
  if (method == wire::Method::delete_) asked.kind = Kind::drop;
  return asked;
}

wire::Response Sonarr::answer(Question const& asked, wire::Request const& request,
                              Harms const& harms) {
  std::lock_guard const lock(mutex_);
  if (shelf_.stage == Shelf::Stage::starting) return general_words(503);
  std::string_view path = asked.target.path;
  auto const& base = shelf_.url_base;
  if (!path.starts_with(base) || (path.size() > base.size() && path[base.size()] != '/'))
    return {.status = 307, .headers = {{"Location", base + request.target}}};
  path.remove_prefix(base.size());
  if (path == "/ping") return sonarr_json(R"({"status":"OK"})");
  if (!path.starts_with("/api/") && path != "/api") return web_page();
  if (!has_key(request, asked.target, shelf_.api_key)) return unauthorized(major(shelf_));
  if (path == "/api") return sonarr_json(R"({"current":"v3","deprecated":[]})");
  if (!path.starts_with(api_path)) return no_such_path();
  if (request.method == wire::Method::post && major(shelf_) > 3 &&
      wire::content_type(request.headers) != "application/json")
    return unsupported_type();
  return api(asked, harms);
}

wire::Response Sonarr::api(Question const& asked, Harms const& harms) {
  switch (asked.kind) {
    case Kind::status: return sonarr_json(status_text(shelf_, world_.began()));
    case Kind::root_folders: return sonarr_json(root_folders_text(shelf_));
    case Kind::quality_profiles: return sonarr_json(quality_profiles_text(shelf_));
    case Kind::language_profiles: return sonarr_json(language_profiles_text(shelf_));
    case Kind::tags: return sonarr_json(tags_text(shelf_));
    case Kind::new_tag: return new_tag(asked.body);
    case Kind::exclusions:
      if (!asked.target.path.ends_with("/paged")) return sonarr_json(exclusions_text(shelf_));
      if (major(shelf_) < 4) return no_such_path();
      return sonarr_json(paged_exclusions_text(shelf_, paging_of(asked.target)));
    case Kind::series: return series(asked);
    case Kind::lookup: return lookup(asked.target.value("term").value_or(""));
    case Kind::add: return add(asked.body, harms);
    case Kind::drop: return drop(asked.number);
    default: break;
  }
  auto const is_known_path = std::any_of(routes.begin(), routes.end(), [&](Route const& route) {
    return asked.target.path.ends_with(std::string(api_path).append(route.path));
  });
  return is_known_path || asked.number > 0 ? not_allowed() : no_such_path();
}

wire::Response Sonarr::series(Question const& asked) {
  auto const write = [&](Series const& each) { return shelved(each, shelf_); };
  if (asked.number > 0) {
    for (auto const& each : shelf_.series)
      if (each.id == asked.number) return sonarr_json(write(each));
    return general_words(404);
  }
  auto const wanted = asked.target.value("tvdbId");
  if (!wanted) return sonarr_json(json_list(shelf_.series, write));
  auto const* found = find_series(shelf_, to_integer(*wanted).value_or(0));
  return sonarr_json(found ? "[" + write(*found) + "]" : "[]");
}

wire::Response Sonarr::lookup(std::string_view term) {
  if (shelf_.metadata == Shelf::Metadata::down)
    return sonarr_error(
        503, "Search for '" + std::string(term) + "' failed. Unable to communicate with SkyHook.",
        "SkyHookException");
  auto const write = [&](Show const& show) {
    auto const* series = find_series(shelf_, *show.tvdb_id);
    return series ? looked_up(*series, shelf_) : looked_up(show, shelf_);
  };
  for (std::string_view const prefix : {"tvdb:", "tvdbid:"}) {
    if (!term.starts_with(prefix)) continue;
    auto const number = to_integer(trimmed(term.substr(prefix.size()))).value_or(0);
    auto const show = described(number);
    return sonarr_json(show ? "[" + write(*show) + "]" : "[]");
  }
  constexpr std::size_t most = 20;
  auto shows = world_.titled(term, term.empty() ? 0 : most);
  std::erase_if(shows, [&](Show const& show) { return !is_known(*show.tvdb_id); });
  return sonarr_json(json_list(shows, write));
}

wire::Response Sonarr::add(std::string_view body, Harms const& harms) {
  auto const posted = read_posted(body, major(shelf_));
  if (!posted) return unreadable(posted.error(), major(shelf_));
  if (auto const found = refusals(*posted, shelf_); !found.empty()) return refused(found);
  if (shelf_.metadata == Shelf::Metadata::down)
    return sonarr_error(500, "Unable to communicate with SkyHook.", "SkyHookException");
  auto show = described(posted->tvdb_id);
  if (!show) return not_found_by_id(*posted);
  auto series = series_of(*posted, *std::move(show));
  series.added = world_.now();
  if (find<Overtaken>(harms)) {
    shelve(shelf_, {.show = series.show, .added = series.added});
    return general_words(409);
  }
  shelve(shelf_, std::move(series));
  ++posts_[posted->tvdb_id].carried_out;
  auto const& added = shelf_.series.back();
  auto response = sonarr_json(shelved(added, shelf_), 201);
  response.headers.push_back(
      {"Location", shelf_.url_base + std::string(api_path) + "/series/" + to_text(added.id)});
  return response;
}

wire::Response Sonarr::new_tag(std::string_view body) {
  auto const read = document::read_json(body, "body");
  auto const* label = document::find(read.value, "label");
  auto const* words_of = label ? document::scalar(*label) : nullptr;
  if (!read.problems.empty() || !document::mapping(read.value) ||
      (label && (!words_of || words_of->style != document::Scalar::Style::quoted)))
    return unreadable({{"$.label", "System.String"}}, major(shelf_));
  std::string name;
  for (char const letter : words_of ? words_of->text : "") name += reflect::ascii_lower(letter);
  if (name.empty())
    return refused({{"Label", "'Label' must not be empty.", "\"\"", "NotEmptyValidator"}});
  for (auto const& tag : shelf_.tags)
    if (tag.name == name) return sonarr_json(tag_text(tag), 201);
  std::int64_t highest = 0;
  for (auto const& tag : shelf_.tags) highest = std::max(highest, tag.id);
  shelf_.tags.push_back({highest + 1, name});
  return sonarr_json(tag_text(shelf_.tags.back()), 201);
}

wire::Response Sonarr::drop(std::int64_t id) {
  auto const gone = std::erase_if(shelf_.series, [&](Series const& each) { return each.id == id; });
  return gone > 0 ? sonarr_json("{}") : general_words(404);
}

wire::Response Sonarr::words(int status) const {
  if (status != 401) return general_words(status);
  std::lock_guard const lock(mutex_);
  return unauthorized(major(shelf_));
}

bool Sonarr::is_known(std::int64_t tvdb_id) const {
  if (shelf_.unknown.count(tvdb_id) > 0) return false;
  return !sample::Dice(world_.options().seed + 17, tvdb_id).happens(shelf_.unknown_permille);
}

/// What the metadata service says: it also knows what is in the library and not in the world.
std::optional<Show> Sonarr::described(std::int64_t tvdb_id) const {
  if (!is_known(tvdb_id)) return std::nullopt;
  if (auto show = world_.with_tvdb(tvdb_id)) return show;
  auto const* series = find_series(shelf_, tvdb_id);
  return series ? std::optional(series->show) : std::nullopt;
}

Show Sonarr::described_or_made_up(std::int64_t tvdb_id) const {
  if (auto show = described(tvdb_id)) return *std::move(show);
  return {.title = "Elsewhere " + to_text(tvdb_id), .tvdb_id = tvdb_id};
}

}  // namespace sievarr::sim

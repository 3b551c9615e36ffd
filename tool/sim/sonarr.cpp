#include "sonarr.hpp"

#include "json_object.hpp"
#include "posted.hpp"
#include "refusal.hpp"
#include "settings_text.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/json.hpp>
#include <sievarr/reflect/spelling.hpp>

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

/// What version 5 takes in the label of a tag.
constexpr std::string_view letters_of_tags = "abcdefghijklmnopqrstuvwxyz0123456789-";

bool has_key(wire::Request const& request, Target const& target, std::string_view key) {
  auto const bearer = "Bearer " + std::string(key);
  return wire::header(request.headers, "X-Api-Key") == key || target.value("apikey") == key ||
         wire::header(request.headers, "Authorization") == bearer;
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

Paging paging_of(Target const& target) {
  auto const number = [&](std::string_view name, std::int64_t otherwise) {
    return std::max<std::int64_t>(1,
                                  to_integer(target.value(name).value_or("")).value_or(otherwise));
  };
  return {.page = number("page", 1), .size = number("pageSize", 10)};
}

}  // namespace

http::Answer Sonarr::respond(http::Call const& call) {
  auto const asked = parsed(call.request);
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

void Sonarr::change(std::function<void(Shelf&)> const& action) {
  std::lock_guard const lock(mutex_);
  action(shelf_);
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

Sonarr::ParsedRequest Sonarr::parsed(wire::Request const& request) const {
  ParsedRequest asked{.target = Target(request.target),
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

wire::Response Sonarr::answer(ParsedRequest const& asked, wire::Request const& request,
                              Harms const& harms) {
  std::lock_guard const lock(mutex_);
  if (shelf_.stage == Shelf::Stage::starting) return sonarr_words(503);
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

wire::Response Sonarr::api(ParsedRequest const& asked, Harms const& harms) {
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

wire::Response Sonarr::new_tag(std::string_view body) {
  auto const read = document::read_json(body, "body");
  auto const* label = document::find(read.value, "label");
  auto const* words_of = label ? document::scalar(*label) : nullptr;
  if (!read.problems.empty() || !document::mapping(read.value) ||
      (label && (!words_of || words_of->style != document::Scalar::Style::quoted)))
    return unreadable({{"$.label", "System.String"}}, major(shelf_));
  std::string const asked = words_of ? words_of->text : "";
  auto const name = ascii_lowered(asked);
  if (name.empty())
    return refused({{"Label", "'Label' must not be empty.", "\"\"", "NotEmptyValidator"}});
  if (major(shelf_) > 4 && name.find_first_not_of(letters_of_tags) != name.npos)
    return refused({{"Label", "Allowed characters a-z, 0-9 and -", json_word(asked),
                     "RegularExpressionValidator"}});
  for (auto const& tag : shelf_.tags) {
    if (tag.name != name) continue;
    if (tag.name == asked) return sonarr_json(tag_text(tag), 201);
    return sonarr_error(409, "constraint failed\nUNIQUE constraint failed: Tags.Label",
                        "SQLiteException: constraint failed");
  }
  std::int64_t highest = 0;
  for (auto const& tag : shelf_.tags) highest = std::max(highest, tag.id);
  shelf_.tags.push_back({highest + 1, name});
  return sonarr_json(tag_text(shelf_.tags.back()), 201);
}

wire::Response Sonarr::words(int status) const {
  if (status != 401) return sonarr_words(status);
  std::lock_guard const lock(mutex_);
  return unauthorized(major(shelf_));
}

}  // namespace sievarr::sim

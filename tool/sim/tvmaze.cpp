#include "tvmaze.hpp"

#include "os/gzip.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/sample/dice.hpp>
#include <sievarr/sample/tvmaze.hpp>
#include <sievarr/wire/http_time.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::sim {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

wire::Response json(std::string body, int status = 200) {
  return {.status = status,
          .headers = {{"Server", "nginx"},
                      {"Content-Type", "application/json; charset=UTF-8"},
                      {"Access-Control-Allow-Origin", "*"},
                      {"Cache-Control", "public, max-age=3600"},
                      {"Vary", "Accept-Encoding"}},
          .body = std::move(body)};
}

wire::Response error(int status, std::string_view name, std::string_view message) {
  std::string body = "{\"name\":";
  document::append_json_string(body, name);
  body += ",\"message\":";
  document::append_json_string(body, message);
  body += ",\"code\":0,\"status\":" + to_text(status) + "}";
  return json(std::move(body), status);
}

/// What stands before TVMaze speaks HTML when it cannot reach it.
wire::Response words(int status) {
  switch (status) {
    case 404: return error(404, "Not Found", "");
    case 429: return error(429, "Too Many Requests", "You have made too many requests.");
    case 500: return error(500, "Internal Server Error", "An internal server error occurred.");
    default: break;
  }
  auto const line = to_text(status);
  return {.status = status,
          .headers = {{"Server", "nginx"}, {"Content-Type", "text/html"}},
          .body = "<html>\r\n<head><title>" + line + "</title></head>\r\n<body>\r\n<h1>" + line +
                  "</h1><hr>nginx\r\n</body>\r\n</html>\r\n"};
}

/// Every key of a show, and no value.
std::string null_show(NullShow const& null) {
  auto text = "{\"id\":" + (null.id ? to_text(*null.id) : "null");
  for (std::string_view const key :
       {"url",     "name",           "type",      "language",   "genres",       "status",
        "runtime", "averageRuntime", "premiered", "ended",      "officialSite", "schedule",
        "rating",  "weight",         "network",   "webChannel", "dvdCountry",   "externals",
        "image",   "summary",        "updated",   "_links"})
    text.append(",\"").append(key).append("\":null");
  return text + "}";
}

std::optional<std::int64_t> number(std::string_view text) {
  auto const found = to_integer(text);
  return found && *found >= 0 ? found : std::nullopt;
}

void date(wire::Response& response, TvmazeOptions::Edge edge, Instant as_of, Instant now) {
  auto const is_new = edge == TvmazeOptions::Edge::redating;
  response.headers.push_back({"Date", wire::http_date(is_new ? now : as_of)});
  auto const age = std::chrono::floor<seconds>(now - as_of).count();
  if (age > 0) response.headers.push_back({"Age", to_text(age)});
}

/// Names this version of an answer; who knows it already is told that nothing has changed.
void tag(wire::Response& response, wire::Request const& request) {
  if (response.status != 200) return;
  auto const name = "\"" + sha256_hex(response.body).substr(0, 16) + "\"";
  response.headers.push_back({"ETag", name});
  if (wire::header(request.headers, "If-None-Match") != name) return;
  response.status = 304;
  response.body.clear();
}

void pack(wire::Response& response, wire::Request const& request) {
  auto const wanted = wire::header(request.headers, "Accept-Encoding").value_or("");
  if (wanted.find("gzip") == std::string_view::npos || response.body.empty()) return;
  response.body = os::gzip(response.body);
  response.headers.push_back({"Content-Encoding", "gzip"});
}

}  // namespace

http::Answer Tvmaze::respond(http::Call const& call) {
  auto const now = world_.now();
  auto const asked = parsed(call.request);
  auto const heard = calls_.hear({now, asked.kind, call.request});
  auto const harms = faults_.strike(asked.kind);
  auto reply = harmed(harms, call.request,
                      {.answer =
                           [&] {
                             if (auto refused = too_many()) return *std::move(refused);
                             if (call.request.method != wire::Method::get &&
                                 call.request.method != wire::Method::head)
                               return error(405, "Method Not Allowed", "");
                             auto response = answer(asked, harms);
                             date(response, options_.edge, asked.as_of, now);
                             if (options_.tags == TvmazeOptions::Tags::given)
                               tag(response, call.request);
                             pack(response, call.request);
                             return response;
                           },
                       .words = words});
  calls_.answered(heard, heard_status(reply));
  return reply;
}

void Tvmaze::limit(std::optional<Limit> limit) {
  std::lock_guard const lock(mutex_);
  options_.limit = limit;
  asked_.clear();
}

Tvmaze::ParsedRequest Tvmaze::parsed(wire::Request const& request) {
  ParsedRequest asked{.target = Target(request.target), .kind = Kind::other, .as_of = world_.now()};
  auto const& path = asked.target.path;
  constexpr std::string_view one = "/shows/";
  if (path == "/updates/shows") {
    asked.kind = Kind::updates;
  } else if (path == "/shows") {
    asked.kind = Kind::page;
    asked.number = number(asked.target.value("page").value_or("0")).value_or(-1);
  } else if (path.starts_with(one) && number(path.substr(one.size()))) {
    asked.kind = Kind::show;
    asked.number = *number(path.substr(one.size()));
  }
  asked.as_of = kept_since(asked.kind, asked.number);
  return asked;
}

/// When the cache last fetched an answer: somebody always asks as soon as one has expired.
Instant Tvmaze::kept_since(Kind kind, std::int64_t number) {
  auto const now = world_.now();
  if (options_.edge == TvmazeOptions::Edge::none || kind == Kind::other) return now;
  seconds const life = kind == Kind::page ? hours{24} : hours{1};
  sample::Dice dice(world_.options().seed + static_cast<std::uint64_t>(kind), number);
  auto const phase = seconds{dice.below(static_cast<std::uint32_t>(life.count()))};
  auto const age = (now.time_since_epoch() + phase) % life;
  return std::max(now - age, std::min(now, world_.began()));
}

wire::Response Tvmaze::answer(ParsedRequest const& asked, Harms const& harms) {
  auto const key = asked.target.value("apikey");
  if (key && options_.api_key && *key != *options_.api_key)
    return error(401, "Unauthorized", "Your request was made with invalid credentials.");
  switch (asked.kind) {
    case Kind::page: return page(asked, harms);
    case Kind::show: return show(asked, harms);
    case Kind::updates: return updates(asked, harms);
    default: return error(404, "Not Found", "Page not found.");
  }
}

wire::Response Tvmaze::page(ParsedRequest const& asked, Harms const& harms) {
  if (asked.number < 0) return error(400, "Bad Request", "Invalid value for page");
  auto const shows = world_.page(asked.number, asked.as_of);
  if (!shows) return error(404, "Not Found", "");
  std::string body;
  if (auto const* null = find<NullShow>(harms)) body += "," + null_show(*null);
  for (auto const& show : *shows) body.append(",").append(sample::as_tvmaze(show));
  if (body.empty()) return json("[]");
  body.front() = '[';
  return json(std::move(body) + "]");
}

wire::Response Tvmaze::show(ParsedRequest const& asked, Harms const& harms) {
  if (auto const* null = find<NullShow>(harms)) return json(null_show(*null));
  auto const show = world_.show(asked.number, asked.as_of);
  return show ? json(sample::as_tvmaze(*show)) : error(404, "Not Found", "");
}

wire::Response Tvmaze::updates(ParsedRequest const& asked, Harms const& harms) {
  Instant since{};
  if (auto const window = asked.target.value("since")) {
    constexpr std::pair<std::string_view, int> days[] = {{"day", 1}, {"week", 7}, {"month", 30}};
    auto const* const found = std::find_if(std::begin(days), std::end(days),
                                           [&](auto const& each) { return each.first == window; });
    if (found == std::end(days)) return error(400, "Bad Request", "Invalid value for since");
    since = asked.as_of - hours{24} * found->second;
  }
  std::string body;
  auto const add = [&](std::int64_t id, std::int64_t updated) {
    body.append(",\"").append(to_text(id)).append("\":").append(to_text(updated));
  };
  for (auto const& [id, updated] : world_.updates(since, asked.as_of)) add(id, updated);
  if (auto const* unknown = find<UnknownIds>(harms))
    for (auto const id : unknown->ids)
      add(id, std::chrono::floor<seconds>(asked.as_of).time_since_epoch().count());
  // An empty map comes as a list.
  if (body.empty()) return json("[]");
  body.front() = '{';
  return json(std::move(body) + "}");
}

std::optional<wire::Response> Tvmaze::too_many() {
  std::lock_guard const lock(mutex_);
  if (!options_.limit) return std::nullopt;
  auto const& limit = *options_.limit;
  auto const now = world_.now();
  while (!asked_.empty() && asked_.front() <= now - limit.window) asked_.pop_front();
  if (asked_.size() < limit.calls) {
    asked_.push_back(now);
    return std::nullopt;
  }
  auto response = words(429);
  if (limit.hint == Limit::Hint::retry_after && !asked_.empty()) {
    auto const left = std::chrono::ceil<seconds>(asked_.front() + limit.window - now);
    response.headers.push_back({"Retry-After", to_text(left.count())});
  }
  return response;
}

}  // namespace sievarr::sim

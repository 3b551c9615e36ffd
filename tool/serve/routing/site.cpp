#include "site.hpp"

#include "os/clock.hpp"
#include "os/file.hpp"
#include "reply.hpp"
#include "serve/page/assets.hpp"

#include <sievarr/api/routes.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/wire/http_time.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sievarr::serve {
namespace {

using api::Wrong;
using Answer = http::Answer (*)(Context&, RouteRequest&);

constexpr auto answers_of_routes() {
  std::array<Answer, std::tuple_size_v<api::Routes>> all{};
  std::size_t next = 0;
  api::for_each_route([&](auto route) { all[next++] = &answer<decltype(route)>; });
  return all;
}
constexpr auto answers = answers_of_routes();

std::vector<api::Route> table_of_routes() {
  std::vector<api::Route> table;
  api::for_each_route([&](auto route) { table.push_back(decltype(route)::route); });
  return table;
}

bool only_reads(wire::Method method) {
  return method == wire::Method::get || method == wire::Method::head;
}

/// What the kernel says of its routes; nothing where that is not Linux's way.
std::optional<std::string> default_gateway() {
  constexpr std::size_t largest_table = std::size_t{1} << 16;
  auto const routes = os::read_file("/proc/net/route", largest_table);
  return routes ? gateway_in(*routes) : std::nullopt;
}

void guard(wire::Headers& headers, std::string_view name, std::string_view value) {
  if (!wire::header(headers, name)) headers.push_back({std::string(name), std::string(value)});
}

}  // namespace

Site::Site(Dependencies dependencies, config::Server const& server, value::Secret key)
    : dependencies_(std::move(dependencies)),
      table_(table_of_routes()),
      pages_(api::pages()),
      set_up_(dependencies_.installation,
              dependencies_.application.config_in_force()->config().storage.path,
              dependencies_.clock, dependencies_.log),
      first_visitors_(default_gateway()),
      traffic_(table_),
      context_{.application = dependencies_.application,
               .clock = dependencies_.clock,
               .log = dependencies_.log,
               .gate = gate_,
               .set_up = set_up_,
               .traffic = traffic_,
               .version = dependencies_.version},
      seen_(dependencies_.application.config_in_force()),
      rules_(
          std::make_shared<Rules const>(rules_of(server, seen_->config().access, std::move(key)))) {
}

void Site::tend(app::Credentials::Save save) {
  auto* const credentials = dependencies_.application.credentials();
  set_up_.tend(credentials);
  if (!credentials) return;
  auto const saved = credentials->save_uses(save);
  if (!saved)
    dependencies_.log.say(log::Level::warning, "serve", "it cannot be stored who was here",
                          {{"error", saved.error().told()}});
}

std::optional<http::Answer> Site::at_once(http::Call const& call) {
  // What changes something is counted when it is let in, so it is looked at once.
  if (!only_reads(call.request.method)) return std::nullopt;
  auto visit = enter(call);
  if (auto answer = turn_away(visit)) return finish(visit, *std::move(answer));
  if (table_[*visit.found.route].ready != api::Ready::at_once) return std::nullopt;
  return finish(visit, dispatch(visit));
}

http::Answer Site::respond(http::Call const& call) {
  auto visit = enter(call);
  if (auto answer = turn_away(visit)) return finish(visit, *std::move(answer));
  return finish(visit, dispatch(visit));
}

Site::RulesInForce Site::rules() {
  auto active = dependencies_.application.config_in_force();
  std::lock_guard const lock(mutex_);
  if (active != seen_) {
    auto const& server = active->config().server;
    rules_ =
        std::make_shared<Rules const>(rules_of(server, active->config().access, key_for(server)));
    seen_ = std::move(active);
  }
  return rules_;
}

/// Where a key is neither said nor stored nor can be made, the old one stays.
value::Secret Site::key_for(config::Server const& server) const {
  auto key = keep_key(server, seen_->config().storage.path);
  if (key) return std::move(key->secret);
  dependencies_.log.say(log::Level::error, "serve",
                        "the old key of the API stays, no new one could be read or made",
                        {{"error", key.error().text}, {"hint", key.error().hint}});
  return rules_->key;
}

Site::Visit Site::enter(http::Call const& call) {
  Visit visit{.call = call, .rules = rules()};
  visit.visitor = visitor_of(call, *visit.rules);
  visit.target = Target::read(call.request.target);
  if (!visit.target) return visit;
  auto const inside = visit.target->enter(visit.rules->base);
  if (inside) visit.found = find(table_, *visit.target, call.request.method);
  if (!inside) visit.target->path.insert(visit.target->path.begin(), "..");
  return visit;
}

/// The page at one of its addresses, or a file of it.
std::optional<http::Answer> Site::page_for(Visit const& visit) const {
  auto const& path = visit.target->path;
  auto const& request = visit.call.request;
  if (api::is_page(pages_, path) || path == std::vector<std::string>{"index.html"})
    return page_below(visit.rules->base, request);
  return file_at(path, request);
}

/// The page and its files are open, and so is the way to them; all else is asked for a key before
/// it is said whether it is there.
std::optional<http::Answer> Site::turn_away(Visit& visit) {
  auto const& request = visit.call.request;
  if (!visit.target) return refused(api::refusal(Wrong::bad_request, "this path cannot be read"));
  bool const asks_page = visit.found.methods.empty() && only_reads(request.method);
  if (asks_page)
    if (auto page = page_for(visit)) return page;
  if (asks_page && !visit.rules->base.empty() && request.target == "/")
    return wire::Response{.status = 307, .headers = {{"Location", visit.rules->base + "/"}}};
  auto admission = gate_.examine(asked_by(visit), visit.found.needed);
  if (admission.denied) {
    note_denied(visit, *admission.denied);
    return shown(*admission.denied);
  }
  visit.identity = std::move(admission.identity);
  if (auto answer = not_found(visit)) return answer;
  return starting(visit);
}

AccessRequest Site::asked_by(Visit const& visit) const {
  return {.call = visit.call,
          .rules = *visit.rules,
          .visitor = visit.visitor,
          .now = dependencies_.clock.now(),
          .credentials = dependencies_.application.credentials()};
}

std::optional<http::Answer> Site::not_found(Visit const& visit) const {
  if (visit.found.route) return std::nullopt;
  if (visit.found.methods.empty())
    return refused(api::refusal(Wrong::no_such_path, "there is nothing at this path",
                                "all paths are in api/v1/openapi.json"));
  std::string methods;
  for (auto const method : visit.found.methods)
    methods.append(methods.empty() ? "" : ", ").append(wire::verb(method));
  auto answer = refused(
      api::refusal(Wrong::wrong_method, "this path takes another method", "it takes " + methods));
  answer.response.headers.push_back({"Allow", methods});
  return answer;
}

std::optional<http::Answer> Site::starting(Visit const& visit) const {
  if (dependencies_.application.ready() || table_[*visit.found.route].ready != api::Ready::loaded)
    return std::nullopt;
  auto answer = refused(api::refusal(Wrong::starting, "starting", "try again in a moment"));
  answer.response.headers.push_back({"Retry-After", "1"});
  return answer;
}

http::Answer Site::dispatch(Visit& visit) {
  auto const access_request = asked_by(visit);
  if (visit.identity)
    if (auto const denied = gate_.charge(access_request, *visit.identity)) return shown(*denied);
  RouteRequest request{.access_request = access_request, .identity = visit.identity};
  bool readable = true;
  for (auto const& [name, text] : visit.found.parameters)
    readable = request.parameters.put(name, text) && readable;
  if (!readable || !request.parameters.read(visit.target->query))
    return refused(api::refusal(Wrong::bad_parameters, "the query cannot be read",
                                "escape what is no letter, and name each value once"));
  return answers[*visit.found.route](context_, request);
}

/// Headers that keep browsers from doing more with an answer than they should.
http::Answer Site::finish(Visit const& visit, http::Answer answer) {
  auto& headers = answer.response.headers;
  guard(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  guard(headers, "X-Content-Type-Options", "nosniff");
  guard(headers, "X-Frame-Options", "DENY");
  guard(headers, "Referrer-Policy", "same-origin");
  guard(headers, "Cross-Origin-Resource-Policy", "same-origin");
  guard(headers, "Cache-Control", "no-store");
  guard(headers, "Date", wire::http_date(os::now()));
  auto const span = Steady::now() - visit.began;
  traffic_.note(visit.found.route, answer.response.status, span);
  note_visitor(visit);
  if (dependencies_.log.wants(log::Level::debug, "serve"))
    dependencies_.log.say(
        log::Level::debug, "serve", "answered",
        {{"method", std::string(wire::verb(visit.call.request.method))},
         {"path", visit.call.request.target.substr(0, visit.call.request.target.find('?'))},
         {"status", answer.response.status},
         {"address", visit.visitor.address},
         {"microseconds", std::chrono::duration_cast<std::chrono::microseconds>(span).count()}});
  return answer;
}

/// Where a local network may do something, it should not be everybody.
void Site::note_visitor(Visit const& visit) {
  if (visit.rules->access.local == config::LocalAccess::deny) return;
  if (!first_visitors_.are_hidden(visit.visitor.address)) return;
  dependencies_.log.say(log::Level::warning, "serve",
                        "all visitors come from the gateway, so everybody seems to be local",
                        {{"gateway", visit.visitor.address},
                         {"hint", "set access.local to deny, or let Docker show addresses"}});
}

void Site::note_denied(Visit const& visit, Denied const& denied) const {
  // An address with too many wrong keys is not logged again: it could fill the log.
  if (denied.refusal.type == api::refusal(Wrong::wrong_key, "").type)
    dependencies_.log.say(log::Level::warning, "serve", "a wrong key was sent",
                          {{"address", visit.visitor.address}});
}

}  // namespace sievarr::serve

#include "router.hpp"

#include <sievarr/api/query.hpp>

#include <algorithm>

namespace sievarr::serve {
namespace {

/// Cuts the next segment off a path that begins with a slash.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  auto const segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

using Parameters = std::vector<std::pair<std::string_view, std::string>>;

/// Whether a template and a path are the same but for the parameters, which are noted.
bool fits(std::string_view form, std::vector<std::string> const& path, Parameters& parameters) {
  parameters.clear();
  for (auto const& segment : path) {
    if (form.empty()) return false;
    auto const wanted = take_segment(form);
    if (wanted.starts_with('{') && !segment.empty())
      parameters.emplace_back(wanted.substr(1, wanted.size() - 2), segment);
    else if (wanted != segment)
      return false;
  }
  return form.empty();
}

}  // namespace

std::optional<Target> Target::read(std::string_view text) {
  Target target;
  auto path = text.substr(0, text.find('?'));
  target.query = path.size() == text.size() ? std::string_view{} : text.substr(path.size() + 1);
  if (!path.starts_with('/') || path.find_first_of("#\\") != path.npos) return std::nullopt;
  while (!path.empty()) {
    auto segment = api::unescaped(take_segment(path), api::Spaces::as_they_are);
    if (!segment) return std::nullopt;
    target.path.push_back(*std::move(segment));
  }
  return target;
}

bool Target::enter(std::string_view base) {
  std::size_t depth = 0;
  while (!base.empty()) {
    if (depth == path.size() || path[depth] != take_segment(base)) return false;
    ++depth;
  }
  path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth));
  if (path.empty()) path.emplace_back();
  return true;
}

RouteMatch find(std::vector<api::Route> const& table, Target const& target, wire::Method method) {
  RouteMatch found;
  auto const wanted = method == wire::Method::head ? wire::Method::get : method;
  for (std::size_t at = 0; at < table.size(); ++at) {
    Parameters parameters;
    if (!fits(table[at].path, target.path, parameters)) continue;
    found.methods.push_back(table[at].method);
    found.needed.access = std::min(found.needed.access, table[at].access);
    if (table[at].method != wanted) continue;
    found.route = at;
    found.parameters = std::move(parameters);
  }
  if (!found.route) return found;
  auto const& route = table[*found.route];
  found.needed = {.access = route.access, .scope = route.scope.value_or(access::Scope::owner)};
  return found;
}

}  // namespace sievarr::serve

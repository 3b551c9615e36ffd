#include "zoneinfo.hpp"

#include "file.hpp"

#include <sievarr/base/closest.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/schedule/tzif.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sievarr::os {
namespace {

namespace fs = std::filesystem;

/// The largest zone there is has 4 KiB.
constexpr std::size_t most_bytes = 64 * 1024;

Failure unknown(std::string_view name, std::string_view folder) {
  Failure failure{.kind = Failure::Kind::missing,
                  .text = "there is no time zone " + quoted(name) + " in " + quoted(folder)};
  auto const names = zone_names(folder);
  if (names.empty()) {
    failure.hint = "install tzdata, or write a rule such as CET-1CEST,M3.5.0,M10.5.0/3";
    return failure;
  }
  std::vector<std::string_view> const views(names.begin(), names.end());
  if (auto const near = closest(name, views))
    failure.hint = "did you mean " + std::string{*near} + "?";
  return failure;
}

/// The same zones in other forms, and files that are no zones.
bool is_left_out(std::string const& name) {
  return name == "posix" || name == "right" || name == "localtime" || name == "posixrules";
}

}  // namespace

std::vector<std::string> zone_names(std::string_view folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator at(fs::path(folder), error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    auto const name = at->path().lexically_relative(folder).generic_string();
    std::error_code ignored;
    if (is_left_out(name)) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored) && schedule::ZoneName::read(name)) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

Outcome<schedule::Zone> read_zone(schedule::ZoneName const& name, std::string_view folder) {
  if (auto zone = name.built_in()) return *std::move(zone);
  // A name has neither dots nor a slash at its beginning, so it stays below the folder.
  auto const path = std::string{folder} + "/" + name.text();
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return unknown(name.text(), folder);
  auto const bytes = read_file(path, most_bytes);
  if (!bytes) return bytes.error();
  auto zone = schedule::read_tzif(*bytes);
  if (!zone) {
    zone.error().text = quoted(path) + " tells no time zone: " + zone.error().text;
    zone.error().hint = "install tzdata anew";
  }
  return zone;
}

}  // namespace sievarr::os

#include "stock.hpp"

#include <sievarr/base/fold.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using wire::arr::Named;
using wire::arr::RootFolder;

/// One spelling for all ways to write the path of a folder.
std::string plain_path(std::string_view path) {
  path = trimmed(path);
  bool const is_windows = path.find('\\') != path.npos || path.substr(1, 1) == ":";
  while (path.size() > 1 && (path.back() == '/' || path.back() == '\\')) path.remove_suffix(1);
  if (!is_windows) return std::string(path);
  auto folded = fold(path);
  for (char& letter : folded)
    if (letter == '\\') letter = '/';
  return folded;
}

/// 241.1 GB: near enough to be compared with what somebody wrote.
std::string about(std::int64_t bytes) {
  constexpr std::int64_t gigabyte = 1'000'000'000;
  auto const [unit, name] =
      bytes < 1'000 * gigabyte ? std::pair{gigabyte, " GB"} : std::pair{1'000 * gigabyte, " TB"};
  auto const tenths = bytes / (unit / 10);
  return to_text(tenths / 10) + "." + to_text(tenths % 10) + name;
}

}  // namespace

RootFolder const* find_root_folder(Stock const& stock, target::NameOrNumber const& wanted) {
  auto const path = plain_path(wanted.text());
  for (auto const& folder : stock.root_folders)
    if (plain_path(folder.path) == path) return &folder;
  for (auto const& folder : stock.root_folders)
    if (wanted.number() && folder.id == *wanted.number()) return &folder;
  return nullptr;
}

Named const* find_named(std::vector<Named> const& all, target::NameOrNumber const& wanted) {
  for (auto const& each : all)
    if (same_text(each.name, wanted.text())) return &each;
  for (auto const& each : all)
    if (wanted.number() && each.id == *wanted.number()) return &each;
  return nullptr;
}

std::optional<std::string> out_of_reach(Stock const& stock,
                                        target::NameOrNumber const& root_folder) {
  auto const* const folder = find_root_folder(stock, root_folder);
  if (folder == nullptr) return "there is no root folder " + quoted(root_folder.text());
  if (folder->accessible) return std::nullopt;
  return "the root folder " + quoted(folder->path) + " cannot be reached by that Sonarr";
}

std::optional<std::string> shortage(Stock const& stock, target::NameOrNumber const& root_folder,
                                    std::optional<value::Size> const& limit) {
  auto const* const folder = find_root_folder(stock, root_folder);
  if (folder == nullptr || !limit) return std::nullopt;
  auto const name = "the root folder " + quoted(folder->path);
  if (!folder->free_bytes)
    return "nobody knows how much space " + name + " has, at least " + limit->text() + " is wanted";
  if (*folder->free_bytes >= limit->bytes()) return std::nullopt;
  return name + " has " + about(*folder->free_bytes) + " left, at least " + limit->text() +
         " is wanted";
}

}  // namespace sievarr::arr

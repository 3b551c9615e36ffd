#pragma once

#include <sievarr/target/target.hpp>
#include <sievarr/value/size.hpp>
#include <sievarr/wire/arr/stock.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::arr {

/// Whether a Sonarr of that version has language profiles; later ones have custom formats instead.
constexpr bool has_language_profiles(std::int64_t major) { return major < 4; }

/// Whether it knows all the choices of episodes that there are today.
constexpr bool has_all_monitors(std::int64_t major) { return major >= 4; }

/// Whether the label of a new tag may have letters, digits and hyphens only.
constexpr bool has_strict_tags(std::int64_t major) { return major >= 5; }

/// What a server has to choose from when something is added.
struct Stock {
  std::string version;
  std::int64_t major = 0;
  std::vector<wire::arr::RootFolder> root_folders = {};
  std::vector<wire::arr::Named> quality_profiles = {};
  std::vector<wire::arr::Named> language_profiles = {};  ///< Only Sonarr 3 has any.
  std::vector<wire::arr::Named> tags = {};

  bool operator==(Stock const&) const = default;
};

/// The root folder of that path or number; a slash at the end means nothing, and on Windows
/// neither does case.
wire::arr::RootFolder const* find_root_folder(Stock const& stock,
                                              target::NameOrNumber const& wanted);

/// The profile or tag of that name in any case, else of that number.
wire::arr::Named const* find_named(std::vector<wire::arr::Named> const& all,
                                   target::NameOrNumber const& wanted);

/// Why a root folder cannot be used at all; none where it can.
std::optional<std::string> out_of_reach(Stock const& stock,
                                        target::NameOrNumber const& root_folder);

/// Why nothing may be put into a root folder now; none where it may. Without a limit any space will
/// do.
std::optional<std::string> shortage(Stock const& stock, target::NameOrNumber const& root_folder,
                                    std::optional<value::Size> const& limit);

}  // namespace sievarr::arr

#pragma once

#include "shelf.hpp"

#include <sievarr/base/instant.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// What Sonarr says about its settings, as it spells it.
namespace sievarr::sim {

std::string status_text(Shelf const& shelf, Instant started);
std::string root_folders_text(Shelf const& shelf);
std::string quality_profiles_text(Shelf const& shelf);

/// Since version 4 there is one that means nothing.
std::string language_profiles_text(Shelf const& shelf);

std::string tag_text(Named const& tag);
std::string tags_text(Shelf const& shelf);

std::string exclusions_text(Shelf const& shelf);

/// A part of a list that is told page by page, counted from 1.
struct Paging {
  std::int64_t page = 1;
  std::int64_t size = 10;
};

std::string paged_exclusions_text(Shelf const& shelf, Paging paging);

}  // namespace sievarr::sim

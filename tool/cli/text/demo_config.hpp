#pragma once

#include <cstdint>
#include <string>

namespace sievarr::cli {

/// Where the parts of a demo are.
struct DemoPlaces {
  std::string folder;
  std::string tvmaze;
  std::string sonarr;
  std::string sonarr_key;
  std::uint16_t port = 0;
  std::string key;
};

/// The config with which a demo begins, written for somebody who edits it.
std::string demo_config(DemoPlaces const& places);

}  // namespace sievarr::cli

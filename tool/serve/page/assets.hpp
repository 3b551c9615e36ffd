#pragma once

#include "http/answer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::serve {

/// A file that was packed by gzip when the program was built.
struct Asset {
  std::string_view path;   ///< "index.html", "assets/page.js".
  std::string_view media;  ///< What it is.
  std::string_view tag;    ///< Changes with what it says.
  std::string_view packed;
};

/// The files of the page that were there when the program was built.
std::vector<Asset> const& assets();

/// The OpenAPI document, alone.
std::vector<Asset> const& documents();

/// A file as the answer to a request.
http::Answer file(Asset const& asset, wire::Request const& request);

/// The file at a path, as the answer to a request; none where there is no such file.
std::optional<http::Answer> page_at(std::vector<std::string> const& path,
                                    wire::Request const& request);

}  // namespace sievarr::serve

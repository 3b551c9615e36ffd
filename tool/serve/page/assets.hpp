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

/// The text of the page with links that lead below a base, from whatever address it stands at.
std::string with_base(std::string page, std::string_view base);

/// The page itself, which is the same at each of its addresses.
http::Answer page_below(std::string_view base, wire::Request const& request);

/// Another file of the page at a path, as the answer to a request; none where there is none.
std::optional<http::Answer> file_at(std::vector<std::string> const& path,
                                    wire::Request const& request);

}  // namespace sievarr::serve

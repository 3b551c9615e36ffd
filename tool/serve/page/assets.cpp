#include "assets.hpp"

#include "os/gzip.hpp"

#include <sievarr/base/sha256.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::serve {
namespace {

constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; "
    "worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// What stands there when the page was not built in.
constexpr std::string_view plain_page =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Sievarr</title>\n"
    "<h1>Sievarr runs</h1>\n"
    "<p>This program was built without its page. To have it, run <code>tool/build</code>, "
    "which builds both.\n"
    "<p>Everything can be asked by programs: see <code>docs/reference/api.md</code>, or "
    "<code>api/v1/openapi.json</code> with the key of the API.\n</html>\n";

std::string joined(std::vector<std::string> const& path) {
  std::string text;
  for (auto const& segment : path) text.append(text.empty() ? "" : "/").append(segment);
  return text;
}

Asset const* find(std::string_view name) {
  auto const& all = assets();
  auto const found =
      std::find_if(all.begin(), all.end(), [&](Asset const& asset) { return asset.path == name; });
  return found == all.end() ? nullptr : &*found;
}

/// Whether a client has what would be sent, as it says itself.
bool has_already(wire::Request const& request, std::string_view tag) {
  return wire::header(request.headers, "If-None-Match").value_or("").find(tag) !=
         std::string_view::npos;
}

bool takes_gzip(wire::Request const& request) {
  auto const accepted = wire::header(request.headers, "Accept-Encoding").value_or("");
  auto const at = accepted.find("gzip");
  return at != accepted.npos && !accepted.substr(at + 4).starts_with(";q=0");
}

/// Files whose names say what is in them may be kept for good; the others are asked about again.
std::string_view keeping(std::string_view path) {
  return path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

wire::Response of_page(std::string_view media) {
  return {.headers = {{"Content-Type", std::string(media)},
                      {"Content-Security-Policy", std::string(page_policy)}}};
}

}  // namespace

http::Answer file(Asset const& asset, wire::Request const& request) {
  auto response = of_page(asset.media);
  auto const tag = "\"" + std::string(asset.tag) + "\"";
  response.headers.push_back({"ETag", tag});
  response.headers.push_back({"Vary", "Accept-Encoding"});
  response.headers.push_back({"Cache-Control", std::string(keeping(asset.path))});
  if (has_already(request, tag)) {
    response.status = 304;
  } else if (takes_gzip(request)) {
    response.headers.push_back({"Content-Encoding", "gzip"});
    response.body = std::string(asset.packed);
  } else {
    response.body = os::unpacked(asset.packed);
  }
  return response;
}

std::string with_base(std::string page, std::string_view base) {
  constexpr std::string_view here = "\"./";
  auto const there = "\"" + std::string(base) + "/";
  for (auto at = page.find(here); at != page.npos; at = page.find(here, at + there.size()))
    page.replace(at, here.size(), there);
  return page;
}

http::Answer page_below(std::string_view base, wire::Request const& request) {
  auto response = of_page("text/html; charset=utf-8");
  response.headers.push_back({"Cache-Control", "no-cache"});
  auto const* const page = find("index.html");
  auto body =
      page == nullptr ? std::string(plain_page) : with_base(os::unpacked(page->packed), base);
  auto const tag = "\"" + sha256_hex(body).substr(0, 16) + "\"";
  response.headers.push_back({"ETag", tag});
  if (has_already(request, tag))
    response.status = 304;
  else
    response.body = std::move(body);
  return response;
}

std::optional<http::Answer> file_at(std::vector<std::string> const& path,
                                    wire::Request const& request) {
  auto const* const asset = find(joined(path));
  return asset == nullptr ? std::nullopt : std::optional(file(*asset, request));
}

}  // namespace sievarr::serve

#include "assets.hpp"

#include "os/gzip.hpp"

#include <algorithm>

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
  return text.empty() ? "index.html" : text;
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
  if (wire::header(request.headers, "If-None-Match").value_or("").find(tag) !=
      std::string_view::npos) {
    response.status = 304;
  } else if (takes_gzip(request)) {
    response.headers.push_back({"Content-Encoding", "gzip"});
    response.body = std::string(asset.packed);
  } else {
    response.body = os::unpacked(asset.packed);
  }
  return response;
}

std::optional<http::Answer> page_at(std::vector<std::string> const& path,
                                    wire::Request const& request) {
  auto const name = joined(path);
  auto const& all = assets();
  auto const found =
      std::find_if(all.begin(), all.end(), [&](Asset const& asset) { return asset.path == name; });
  if (found != all.end()) return file(*found, request);
  if (!all.empty() || name != "index.html") return std::nullopt;
  auto response = of_page("text/html; charset=utf-8");
  response.headers.push_back({"Cache-Control", "no-cache"});
  response.body = std::string(plain_page);
  return response;
}

}  // namespace sievarr::serve

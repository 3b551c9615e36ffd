#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace sievarr::config {

/// The path below which the server answers, kept as a proxy sends it: a slash, or a slash, words
/// and no slash at the end.
class UrlBase {
 public:
  static constexpr reflect::Shape shape{.expected = "a path such as / or /sievarr",
                                        .example = "/sievarr",
                                        .pattern = "^/?([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?/?$"};

  static Result<UrlBase, Misfit> read(std::string_view written) {
    auto text = trimmed(written);
    while (text.starts_with('/')) text.remove_prefix(1);
    while (text.ends_with('/')) text.remove_suffix(1);
    UrlBase base;
    if (text.empty()) return base;
    base.path_ += text;
    if (!is_plain(base.path_)) return reflect::unreadable(shape, written);
    return base;
  }

  std::string const& text() const { return path_; }

  bool operator==(UrlBase const&) const = default;

 private:
  static bool is_plain(std::string_view path) {
    constexpr std::string_view words =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-/";
    auto const closed = std::string{path} + "/";
    return path.find_first_not_of(words) == path.npos && closed.find("//") == closed.npos &&
           closed.find("/./") == closed.npos && closed.find("/../") == closed.npos;
  }

  std::string path_ = "/";
};

}  // namespace sievarr::config

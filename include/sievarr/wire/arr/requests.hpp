#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/url.hpp>
#include <sievarr/wire/http.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::wire::arr {

/// All that a Sonarr is ever asked. Each request carries the key.
class Requests {
 public:
  Requests(value::Url url, value::Secret key) : url_(std::move(url)), key_(std::move(key)) {}

  Request status() const { return get("system/status"); }
  Request root_folders() const { return get("rootfolder"); }
  Request quality_profiles() const { return get("qualityprofile"); }
  /// Only Sonarr 3 has any; later ones answer with one that means nothing.
  Request language_profiles() const { return get("languageprofile"); }
  Request tags() const { return get("tag"); }
  Request series() const { return get("series"); }

  Request exclusions() const { return get("importlistexclusion"); }
  /// Pages count from 1; Sonarr 3 and the first ones of 4 have none.
  Request exclusions(std::int64_t page, std::int64_t size) const {
    return get("importlistexclusion/paged?page=" + to_text(page) + "&pageSize=" + to_text(size) +
               "&sortKey=id&sortDirection=ascending");
  }

  /// By the number at TheTVDB, never by title.
  Request look_up(std::int64_t tvdb_id) const {
    return get("series/lookup?term=tvdb%3A" + to_text(tvdb_id));
  }

  Request create_tag(std::string_view label) const {
    std::string body = R"({"label":)";
    document::append_json_string(body, label);
    return post("tag", body + "}");
  }

  /// Adds a series; add_body() makes the body.
  Request add(std::string body) const { return post("series", std::move(body)); }

 private:
  Request get(std::string_view what) const {
    return {.method = Method::get,
            .target = url_.join("api/v3/" + std::string(what)),
            .headers = {{"X-Api-Key", key_.reveal()}, {"Accept", "application/json"}}};
  }

  Request post(std::string_view what, std::string body) const {
    auto request = get(what);
    request.method = Method::post;
    request.headers.push_back({"Content-Type", "application/json"});
    request.body = std::move(body);
    return request;
  }

  value::Url url_;
  value::Secret key_;
};

}  // namespace sievarr::wire::arr

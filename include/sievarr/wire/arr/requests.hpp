#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/url.hpp>
#include <sievarr/wire/arr/exclusions.hpp>
#include <sievarr/wire/http.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::wire::arr {

/// A request to a server of the family, and what every one of them can be asked. Each carries the
/// key.
class Requests {
 public:
  /// The API is where its paths begin, below the address: "api/v3".
  Requests(value::Url url, value::Secret key, std::string_view api)
      : url_(std::move(url)), key_(std::move(key)), api_(std::string(api) + "/") {}

  Request get(std::string_view what) const {
    return {.method = Method::get,
            .target = url_.join(api_ + std::string(what)),
            .headers = {{"X-Api-Key", key_.reveal()}, {"Accept", "application/json"}}};
  }

  Request post(std::string_view what, std::string body) const {
    auto request = get(what);
    request.method = Method::post;
    request.headers.push_back({"Content-Type", "application/json"});
    request.body = std::move(body);
    return request;
  }

  Request status() const { return get("system/status"); }
  Request root_folders() const { return get("rootfolder"); }
  Request quality_profiles() const { return get("qualityprofile"); }
  Request tags() const { return get("tag"); }

  Request create_tag(std::string_view label) const {
    std::string body = R"({"label":)";
    document::append_json_string(body, label);
    return post("tag", body + "}");
  }

  Request exclusions(ExclusionList const& list) const { return get(list.path); }
  /// Pages count from 1; older servers have none, nor has Whisparr 2.
  Request exclusions(ExclusionList const& list, std::int64_t page, std::int64_t size) const {
    return get(std::string(list.path) + "/paged?page=" + to_text(page) +
               "&pageSize=" + to_text(size) + "&sortKey=id&sortDirection=ascending");
  }

 private:
  value::Url url_;
  value::Secret key_;
  std::string api_;
};

}  // namespace sievarr::wire::arr

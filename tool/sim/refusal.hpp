#pragma once

#include <sievarr/wire/http.hpp>

#include <string>
#include <string_view>
#include <vector>

/// How Sonarr says no.
namespace sievarr::sim {

/// One thing that is wrong with what was posted.
struct Refusal {
  std::string property;
  std::string message;
  std::string attempted;  ///< The value, as JSON.
  std::string code = {};  ///< Which check found it; some give no name.
};

/// A property whose value is of another type than it should be.
struct Unreadable {
  std::string path;  ///< Such as $.tvdbId
  std::string type;  ///< What it should have been.
};

wire::Response sonarr_json(std::string body, int status = 200);

/// 400 with a list of what is wrong.
wire::Response refused(std::vector<Refusal> const& refusals);

/// 400 for a body that is no series at all: the framework's words since version 4.
wire::Response unreadable(std::vector<Unreadable> const& values, int major);

/// Sonarr's general way to say that something went wrong.
wire::Response sonarr_error(int status, std::string_view message, std::string_view description);

/// What Sonarr says with a status when there is nothing particular to say.
wire::Response sonarr_words(int status);

/// 401: version 4 says nothing, version 3 a word.
wire::Response unauthorized(int major);

/// The page that people see, which comes for every path that is not of the API.
wire::Response web_page();

}  // namespace sievarr::sim

#include "refusal.hpp"

#include "json_object.hpp"

#include <sievarr/base/number.hpp>

#include <utility>

namespace sievarr::sim {

wire::Response sonarr_json(std::string body, int status) {
  return {.status = status,
          .headers = {{"Content-Type", "application/json; charset=utf-8"},
                      {"Cache-Control", "no-cache, no-store"},
                      {"Server", "Kestrel"}},
          .body = std::move(body)};
}

wire::Response refused(std::vector<Refusal> const& refusals) {
  auto const write = [](Refusal const& each) {
    JsonObject object;
    object.text("propertyName", each.property)
        .text("errorMessage", each.message)
        .json("attemptedValue", each.attempted)
        .text("severity", "error");
    if (!each.code.empty()) {
      object.text("errorCode", each.code)
          .json("formattedMessageArguments", "[]")
          .json("formattedMessagePlaceholderValues", JsonObject{}
                                                         .text("propertyName", each.property)
                                                         .json("propertyValue", each.attempted)
                                                         .done());
    }
    return object.done();
  };
  return sonarr_json(json_list(refusals, write), 400);
}

wire::Response unreadable(std::vector<Unreadable> const& values, int major) {
  if (major < 4) {
    auto const path = values.empty() ? "" : values.front().path;
    return sonarr_error(400, "Could not convert the value of " + path, "JsonReaderException");
  }
  JsonObject errors;
  for (auto const& [path, type] : values) {
    auto const said = type.empty()
                          ? "A non-empty request body is required."
                          : "The JSON value could not be converted to " + type + ". Path: " + path +
                                " | LineNumber: 0 | BytePositionInLine: 0.";
    errors.json(path, "[" + json_word(said) + "]");
  }
  auto response =
      sonarr_json(JsonObject{}
                      .text("type", "https://tools.ietf.org/html/rfc9110#section-15.5.1")
                      .text("title", "One or more validation errors occurred.")
                      .number("status", 400)
                      .json("errors", errors.done())
                      .text("traceId", "00-00000000000000000000000000000000-0000000000000000-00")
                      .done(),
                  400);
  response.headers.front().value = "application/problem+json; charset=utf-8";
  return response;
}

wire::Response sonarr_error(int status, std::string_view message, std::string_view description) {
  return sonarr_json(JsonObject{}.text("message", message).text("description", description).done(),
                     status);
}

wire::Response sonarr_words(int status) {
  switch (status) {
    case 404: return sonarr_error(404, "NotFound", "");
    case 409:
      return sonarr_error(409, "constraint failed\nUNIQUE constraint failed: Series.TvdbId",
                          "SQLiteException: constraint failed");
    case 500: return sonarr_error(500, "Object reference not set to an instance of an object.", "");
    case 502:
    case 504: return {.status = status, .headers = {{"Content-Type", "text/html"}}};
    case 503: return sonarr_error(503, "Sonarr is starting up, please try again later", "");
    default: return sonarr_error(status, "Status " + to_text(status), "");
  }
}

wire::Response unauthorized(int major) {
  if (major < 4) return sonarr_json(R"({"error":"Unauthorized"})", 401);
  return {.status = 401, .headers = {{"Server", "Kestrel"}}};
}

wire::Response web_page() {
  return {.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Server", "Kestrel"}},
          .body =
              "<!doctype html>\n<html lang=\"en\">\n<head><title>Sonarr</title></head>\n"
              "<body><div id=\"root\" class=\"root\"></div></body>\n</html>\n"};
}

}  // namespace sievarr::sim

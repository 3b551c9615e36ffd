#pragma once

#include <sievarr/reflect/spelling.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// HTTP as data. What is asked and answered has no sockets here, so that rooms which talk and rooms
/// which decide what to say need not know each other.
namespace sievarr::wire {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };

constexpr std::string_view verb(Method method) {
  constexpr std::string_view words[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  return words[static_cast<std::size_t>(method)];
}

/// Whether asking twice does no more than asking once.
constexpr bool is_repeatable(Method method) {
  return method != Method::post && method != Method::patch;
}

struct Header {
  std::string name;
  std::string value;

  bool operator==(Header const&) const = default;
};

using Headers = std::vector<Header>;

/// What is asked: an address where it goes out, a path and perhaps a query where it comes in.
struct Request {
  Method method = Method::get;
  std::string target;
  Headers headers = {};
  std::string body = {};

  bool operator==(Request const&) const = default;
};

/// What is answered.
struct Response {
  int status = 200;
  Headers headers = {};
  std::string body = {};

  bool operator==(Response const&) const = default;
};

constexpr bool is_success(int status) { return status >= 200 && status < 300; }

/// Names of headers have no case.
inline bool same_header(std::string_view a, std::string_view b) {
  auto const same = [](char x, char y) { return ascii_lower(x) == ascii_lower(y); };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same);
}

/// The value of the first header of that name.
inline std::optional<std::string_view> header(Headers const& headers, std::string_view name) {
  for (auto const& each : headers)
    if (same_header(each.name, name)) return each.value;
  return std::nullopt;
}

/// What the body is, without parameters and in small letters: "application/json".
inline std::string content_type(Headers const& headers) {
  auto const whole = header(headers, "Content-Type").value_or("");
  std::string type;
  for (char const letter : whole.substr(0, whole.find(';')))
    if (letter != ' ' && letter != '\t') type += ascii_lower(letter);
  return type;
}

/// Whether somebody says of an answer that it is JSON.
inline bool is_json(Response const& response) {
  auto const type = content_type(response.headers);
  return type == "application/json" || type.ends_with("+json");
}

}  // namespace sievarr::wire

#include "message.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/document/json_text.hpp>

#include <array>
#include <charconv>
#include <utility>

namespace sievarr::http {
namespace {

std::string_view reason(int status) {
  constexpr std::array<std::pair<int, std::string_view>, 27> reasons = {{
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {206, "Partial Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {409, "Conflict"},
      {413, "Content Too Large"},
      {415, "Unsupported Media Type"},
      {421, "Misdirected Request"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
  }};
  for (auto const& [number, words] : reasons)
    if (number == status) return words;
  return "Other";
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

void append_line(std::string& out, std::string_view name, std::string_view value) {
  for (char const letter : name) out += letter == '\r' || letter == '\n' ? ' ' : letter;
  out += ": ";
  for (char const letter : value)
    out += letter == '\r' || letter == '\n' || letter == '\0' ? ' ' : letter;
  out += "\r\n";
}

std::string start(wire::Response const& response, std::size_t body) {
  std::string out;
  constexpr std::size_t usual_header = 1024;
  out.reserve(usual_header + body);
  out.append("HTTP/1.1 ").append(to_text(response.status)).append(" ");
  out.append(reason(response.status)).append("\r\n");
  for (auto const& [name, value] : response.headers) append_line(out, name, value);
  return out;
}

}  // namespace

std::string message(wire::Response const& response, wire::Method method, Afterwards afterwards) {
  auto out = start(response, response.body.size());
  if (!has_no_body(response.status))
    append_line(out, "Content-Length", to_text(response.body.size()));
  if (afterwards == Afterwards::close) append_line(out, "Connection", "close");
  out += "\r\n";
  if (!has_no_body(response.status) && method != wire::Method::head) out += response.body;
  return out;
}

std::string opening(wire::Response const& response, Framing framing, Afterwards afterwards) {
  auto out = start(response, 0);
  if (framing == Framing::chunked) append_line(out, "Transfer-Encoding", "chunked");
  if (afterwards == Afterwards::close) append_line(out, "Connection", "close");
  return out += "\r\n";
}

std::string framed(std::string piece, Framing framing) {
  if (framing == Framing::until_close) return piece;
  std::array<char, 16> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), piece.size(), 16);
  return std::string(digits.data(), end.ptr) + "\r\n" + std::move(piece) + "\r\n";
}

wire::Response problem(int status, std::string_view title) {
  std::string body = R"({"type":"about:blank","status":)" + to_text(status) + R"(,"title":)";
  document::append_json_string(body, title);
  body += "}\n";
  return {.status = status,
          .headers = {{"Content-Type", "application/problem+json"}},
          .body = std::move(body)};
}

}  // namespace sievarr::http

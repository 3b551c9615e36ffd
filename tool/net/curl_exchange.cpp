#include "curl_exchange.hpp"

#include "curl_failure.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <cstdlib>
#include <utility>

namespace sievarr::net {
namespace {

/// As much of the message in an unsuccessful answer as anybody will read.
constexpr std::size_t longest_message = 64 << 10;

bool has_break(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

bool is_safe(wire::Headers const& headers) {
  for (auto const& header : headers)
    if (header.name.empty() || has_break(header.name) || has_break(header.value)) return false;
  return true;
}

}  // namespace

std::size_t CurlExchange::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  std::string_view const line(bytes, size * count);
  return static_cast<CurlExchange*>(self)->take_header(line) ? line.size() : CURL_WRITEFUNC_ERROR;
}

std::size_t CurlExchange::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  std::string_view const piece(bytes, size * count);
  return static_cast<CurlExchange*>(self)->take_body(piece) ? piece.size() : CURL_WRITEFUNC_ERROR;
}

int CurlExchange::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<CurlExchange*>(self)->stop_.stop_requested() ? 1 : 0;
}

bool CurlExchange::take_header(std::string_view line) {
  line = line.substr(0, line.find_last_not_of("\r\n") + 1);
  if (line.starts_with("HTTP/")) {
    // A new status line voids what came before, such as 100 Continue.
    response_.headers.clear();
    gunzip_.reset();
  } else if (auto const colon = line.find(':'); colon != std::string_view::npos) {
    response_.headers.push_back(
        {std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
  }
  return true;
}

// curl would unpack as well, but takes an answer that is cut off for a whole one.
bool CurlExchange::take_body(std::string_view bytes) {
  if (!gunzip_ &&
      wire::same_header(wire::header(response_.headers, "Content-Encoding").value_or(""), "gzip"))
    gunzip_.emplace([this](std::string_view unpacked) { return take_unpacked(unpacked); });
  if (gunzip_) return gunzip_->feed(bytes) != os::Gunzip::State::bad;
  return take_unpacked(bytes);
}

bool CurlExchange::take_unpacked(std::string_view bytes) {
  received_ += bytes.size();
  too_large_ = received_ > sink_.most();
  if (too_large_) return false;
  long status = 0;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  if (wire::is_success(static_cast<int>(status)))
    sink_.take(bytes);
  else
    response_.body += bytes.substr(0, longest_message - response_.body.size());
  return true;
}

bool CurlExchange::is_whole() const {
  return !gunzip_ || gunzip_->state() == os::Gunzip::State::whole;
}

Lines CurlExchange::lines_of(wire::Request const& request) const {
  curl_slist* lines = nullptr;
  for (auto const& [name, value] : request.headers)
    lines = curl_slist_append(lines, (value.empty() ? name + ";" : name + ": " + value).c_str());
  // What curl would say of its own accord: no waiting for 100, no form where there is none.
  lines = curl_slist_append(lines, "Expect:");
  lines = curl_slist_append(lines, "Accept-Encoding: gzip");
  if (!wire::header(request.headers, "Content-Type"))
    lines = curl_slist_append(lines, "Content-Type:");
  return Lines(lines);
}

void CurlExchange::secure() {
  bool const verify = options_.verify == CurlOptions::Verify::always;
  curl_easy_setopt(handle_, CURLOPT_SSL_VERIFYPEER, verify ? 1L : 0L);
  curl_easy_setopt(handle_, CURLOPT_SSL_VERIFYHOST, verify ? 2L : 0L);
  if (!options_.authorities.file.empty()) {
    curl_easy_setopt(handle_, CURLOPT_CAINFO, options_.authorities.file.c_str());
    return;
  }
  auto const bundle = builtin_authorities();
  curl_blob blob{const_cast<char*>(bundle.data()), bundle.size(), CURL_BLOB_NOCOPY};
  curl_easy_setopt(handle_, CURLOPT_CAINFO_BLOB, &blob);
}

void CurlExchange::ask(wire::Request const& request, std::string const& address,
                       curl_slist* lines) {
  curl_easy_reset(handle_);
  curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, said_.data());
  curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle_, CURLOPT_PROXY, "");
  curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(handle_, CURLOPT_USERAGENT, SIEVARR_AGENT);
  curl_easy_setopt(handle_, CURLOPT_URL, address.c_str());
  curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, lines);
  curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, long{options_.connect.count()});
  curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, long{options_.total.count()});
  curl_easy_setopt(handle_, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle_, CURLOPT_LOW_SPEED_TIME, long{options_.quiet.count()});
  curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, &on_header);
  curl_easy_setopt(handle_, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(handle_, CURLOPT_XFERINFOFUNCTION, &on_progress);
  curl_easy_setopt(handle_, CURLOPT_XFERINFODATA, this);
  curl_easy_setopt(handle_, CURLOPT_NOPROGRESS, 0L);
  secure();
  if (!request.body.empty() || !wire::is_repeatable(request.method)) {
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDS, request.body.c_str());
  }
  if (request.method == wire::Method::head) curl_easy_setopt(handle_, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(handle_, CURLOPT_CUSTOMREQUEST, wire::verb(request.method).data());
  // On a connection that was kept and turns out to be dead, curl sends a request a second time
  // without asking. Whatever must not happen twice gets a connection of its own.
  if (!wire::is_repeatable(request.method)) curl_easy_setopt(handle_, CURLOPT_FRESH_CONNECT, 1L);
}

Outcome<wire::Response> CurlExchange::run(wire::Request const& request,
                                          std::string const& address) {
  if (!is_safe(request.headers))
    return Failure{.kind = Failure::Kind::refused,
                   .text = wire::shown_address(address) + ": a header has more than one line"};
  auto const lines = lines_of(request);
  ask(request, address, lines.get());
  sink_.begin();
  auto const code = curl_easy_perform(handle_);
  if (code != CURLE_OK || !is_whole()) return failure(code, address);
  long status = 0;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  response_.status = static_cast<int>(status);
  return std::move(response_);
}

std::string CurlExchange::leads_to() const {
  char const* target = nullptr;
  curl_easy_getinfo(handle_, CURLINFO_REDIRECT_URL, &target);
  return target == nullptr ? std::string() : target;
}

Failure CurlExchange::failure(CURLcode code, std::string const& address) const {
  auto const shown = wire::shown_address(address);
  if (too_large_)
    return {.kind = Failure::Kind::too_large,
            .text = shown + ": the answer has more than " + to_text(sink_.most()) + " bytes",
            .hint = "check that this is the right server"};
  if (code == CURLE_OK || (gunzip_ && gunzip_->state() == os::Gunzip::State::bad))
    return {.kind = Failure::Kind::malformed, .text = shown + ": the answer cannot be unpacked"};
  curl_off_t sent = 0;
  curl_easy_getinfo(handle_, CURLINFO_PRETRANSFER_TIME_T, &sent);
  curl_off_t took = 0;
  curl_easy_getinfo(handle_, CURLINFO_TOTAL_TIME_T, &took);
  auto const limit = sent == 0                                          ? options_.connect
                     : std::chrono::microseconds{took} < options_.total ? options_.quiet
                                                                        : options_.total;
  return failure_of(code,
                    {.address = shown, .said = said_.data(), .sent = sent != 0, .limit = limit});
}

}  // namespace sievarr::net

#pragma once

#include "curl_handle.hpp"
#include "curl_transport.hpp"
#include "os/gzip.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::net {

/// One request and its answer, on a handle that has this for itself meanwhile.
class CurlExchange {
 public:
  CurlExchange(CURL* handle, CurlOptions const& options, std::stop_token const& stop, Sink& sink)
      : handle_(handle), options_(options), stop_(stop), sink_(sink) {}

  Outcome<wire::Response> run(wire::Request const& request, std::string const& address);

  /// Where the answer wants to lead; empty where it does not.
  std::string leads_to() const;

 private:
  Lines lines_of(wire::Request const& request) const;
  void ask(wire::Request const& request, std::string const& address, curl_slist* lines);
  void secure();
  bool take_header(std::string_view line);
  bool take_body(std::string_view bytes);
  bool take_unpacked(std::string_view bytes);
  bool is_whole() const;
  Failure failure(CURLcode code, std::string const& address) const;

  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

  CURL* handle_;
  CurlOptions const& options_;
  std::stop_token const& stop_;
  Sink& sink_;
  wire::Response response_;
  std::optional<os::Gunzip> gunzip_;
  std::size_t received_ = 0;
  bool too_large_ = false;
  std::array<char, CURL_ERROR_SIZE> said_{};
};

}  // namespace sievarr::net

#pragma once

#include <curl/curl.h>

#include <memory>

namespace sievarr::net {

struct CloseHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

/// One conversation at a time, and the connections that it left open.
using Handle = std::unique_ptr<CURL, CloseHandle>;

struct FreeLines {
  void operator()(curl_slist* lines) const { curl_slist_free_all(lines); }
};

using Lines = std::unique_ptr<curl_slist, FreeLines>;

}  // namespace sievarr::net

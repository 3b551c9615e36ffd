// Fetches a page from a listener of its own and keeps it in a database: the three libraries that
// make a static link hard, each used once.

#include "listener.hpp"

#include <curl/curl.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace {

constexpr char const* page = "[{\"id\":1,\"name\":\"Severance\"}]";

void require(bool holds, std::string const& what) {
  if (holds) return;
  std::fprintf(stderr, "link_probe: %s\n", what.c_str());
  std::exit(1);
}

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(bytes, size * count);
  return size * count;
}

std::string fetch(std::string const& url) {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> const curl(curl_easy_init(),
                                                                 &curl_easy_cleanup);
  require(curl != nullptr, "curl does not start");
  std::string body;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, 5000L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &body);
  CURLcode const code = curl_easy_perform(curl.get());
  require(code == CURLE_OK, url + ": " + curl_easy_strerror(code));
  return body;
}

void keep(std::string const& text) {
  sqlite3* opened = nullptr;
  require(sqlite3_open(":memory:", &opened) == SQLITE_OK, "the database does not open");
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> const database(opened, &sqlite3_close);
  std::unique_ptr<char, decltype(&sqlite3_free)> const insert(
      sqlite3_mprintf("CREATE TABLE page(text); INSERT INTO page VALUES(%Q)", text.c_str()),
      &sqlite3_free);
  require(sqlite3_exec(opened, insert.get(), nullptr, nullptr, nullptr) == SQLITE_OK,
          sqlite3_errmsg(opened));
  require(sqlite3_changes(opened) == 1, "the row was not kept");
}

bool can(int feature) { return (curl_version_info(CURLVERSION_NOW)->features & feature) != 0; }

}  // namespace

int main() {
  require(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, "curl does not start");
  sievarr::test::Listener const listener(page);
  // A name, so that c-ares takes part; it knows localhost without a network.
  auto const body = fetch("http://localhost:" + std::to_string(listener.port()) + "/shows");
  require(body == page, "expected the page, got: " + body);
  keep(body);

  require(can(CURL_VERSION_SSL), "curl has no TLS");
  require(can(CURL_VERSION_HTTP2), "curl has no HTTP/2");
  require(can(CURL_VERSION_LIBZ) && can(CURL_VERSION_BROTLI) && can(CURL_VERSION_ZSTD),
          "curl cannot unpack gzip, brotli and zstd");
  std::printf("%s, SQLite %s\n", curl_version(), sqlite3_libversion());
}

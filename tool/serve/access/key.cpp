#include "key.hpp"

#include "os/file.hpp"
#include "os/random.hpp"
#include "os/write_file.hpp"

#include <sievarr/base/text.hpp>

#include <utility>

namespace sievarr::serve {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t most_bytes = 4096;

std::string path_in(std::string const& folder) { return folder + "/" + std::string(key_file); }

Outcome<value::Secret> read(std::string const& path) {
  auto text = os::read_file(path, most_bytes);
  if (!text) return text.error();
  auto secret = value::Secret::read(*text);
  if (!secret || secret->empty())
    return Failure{.kind = Failure::Kind::corrupt,
                   .text = quoted(path) + " holds no key",
                   .hint = "remove it, and another one is made"};
  return *std::move(secret);
}

/// The key that the config says. One that is a mask does not come out of a config that was read.
Outcome<std::optional<value::Secret>> said(value::Secret const& key) {
  if (key.opens()) return std::optional(key);
  return Failure{.kind = Failure::Kind::refused,
                 .text = "server.api_key is a mask, not a key",
                 .hint = "write ${SERVER_API_KEY} or the key itself, or leave it out"};
}

}  // namespace

Outcome<std::optional<value::Secret>> stored_key(config::Server const& server,
                                                 std::string const& folder) {
  if (server.api_key && !server.api_key->empty()) return said(*server.api_key);
  auto const path = path_in(folder);
  if (!os::exists(path)) return std::optional<value::Secret>();
  auto secret = read(path);
  if (!secret) return secret.error();
  return std::optional(*std::move(secret));
}

Outcome<Key> keep_key(config::Server const& server, std::string const& folder) {
  bool const said = server.api_key && !server.api_key->empty();
  auto const path = said ? std::string() : path_in(folder);
  auto stored = stored_key(server, folder);
  if (!stored) return stored.error();
  if (stored->has_value()) return Key{.secret = **std::move(stored), .file = path};
  auto text = os::unguessable(key_bytes);
  if (!text) return text.error();
  auto const written = os::write_file(path, *text + "\n");
  if (!written) return written.error();
  return Key{.secret = value::Secret(*std::move(text)), .file = path, .is_new = true};
}

}  // namespace sievarr::serve

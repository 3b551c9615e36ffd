#include "authorities.hpp"

#include "os/file.hpp"
#include "os/gzip.hpp"

#include <array>

// The bundle as gzip packed it, which is half of it.
asm(".section .rodata\n"
    ".global sievarr_authorities_begin, sievarr_authorities_end\n"
    "sievarr_authorities_begin:\n"
    ".incbin \"" SIEVARR_AUTHORITIES
    "\"\n"
    "sievarr_authorities_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" char const sievarr_authorities_begin[];
extern "C" char const sievarr_authorities_end[];

namespace sievarr::net {

Authorities find_authorities(std::string const& configured, os::Environment const& environment) {
  if (!configured.empty()) return {configured};
  if (auto const file = os::filled(environment, "SSL_CERT_FILE")) return {*file};
  constexpr std::array<char const*, 6> usual = {
      "/etc/ssl/certs/ca-certificates.crt",                 // Debian, Arch, Gentoo
      "/etc/pki/tls/certs/ca-bundle.crt",                   // Fedora
      "/etc/ssl/ca-bundle.pem",                             // openSUSE
      "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // RHEL
      "/etc/ssl/cert.pem",                                  // Alpine
      "/var/lib/ca-certificates/ca-bundle.pem",
  };
  for (auto const* const path : usual)
    if (os::exists(path)) return {path};
  return {};
}

std::string_view builtin_authorities() {
  static std::string const bundle =
      os::unpacked({sievarr_authorities_begin,
                    static_cast<std::size_t>(sievarr_authorities_end - sievarr_authorities_begin)});
  return bundle;
}

}  // namespace sievarr::net

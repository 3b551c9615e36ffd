#include "licenses.hpp"

#include "os/gzip.hpp"

#include <sievarr/derive/print.hpp>

namespace sievarr::cli {
namespace {

/// A part that other people made.
struct Part {
  std::string part;
  std::string license;
  std::string home;
};
BOOST_DESCRIBE_STRUCT(Part, (), (part, license, home))

constexpr auto notes_of(reflect::Of<Part>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Part::part>{.text = "Its name."},
      Note<&Part::license>{.text = "Its license, by its SPDX name."},
      Note<&Part::home>{.text = "Where it comes from."},
  };
}

}  // namespace

std::string licenses() {
  Part const parts[] = {
      {"Argon2", "CC0-1.0 OR Apache-2.0", "https://github.com/P-H-C/phc-winner-argon2"},
      {"Boost", "BSL-1.0", "https://www.boost.org"},
      {"c-ares", "MIT", "https://c-ares.org"},
      {"CLI11", "BSD-3-Clause", "https://github.com/CLIUtils/CLI11"},
      {"curl", "curl", "https://curl.se"},
      {"GNU C library", "LGPL-2.1-or-later", "https://www.gnu.org/software/libc"},
      {"GNU C++ library", "GPL-3.0-or-later WITH GCC-exception-3.1", "https://gcc.gnu.org"},
      {"libyaml", "MIT", "https://github.com/yaml/libyaml"},
      {"nghttp2", "MIT", "https://nghttp2.org"},
      {"OpenSSL", "Apache-2.0", "https://www.openssl.org"},
      {"SQLite", "blessing", "https://sqlite.org"},
      {"zlib", "Zlib", "https://zlib.net"},
  };
  auto text = derive::print_table(std::span<Part const>{parts}) +
              "\nShows and their data come from TVmaze, CC BY-SA 4.0, https://www.tvmaze.com\n";
  for (auto const& [name, packed] : license_texts())
    text.append("\n==== ").append(name).append(" ====\n\n").append(os::unpacked(packed));
  return text;
}

}  // namespace sievarr::cli

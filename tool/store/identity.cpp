#include "identity.hpp"

#include "os/file.hpp"

#include <sievarr/base/text.hpp>

#include <array>
#include <cstddef>
#include <fstream>
#include <string_view>

namespace sievarr::store {
namespace {

// The layout of the header is a promise of SQLite's file format.
constexpr std::size_t header_size = 100;
constexpr std::size_t application_id_at = 68;
constexpr std::string_view magic("SQLite format 3\0", 16);

std::int32_t number_at(std::string_view header, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<unsigned char>(header[at + i]);
  return static_cast<std::int32_t>(number);
}

}  // namespace

Outcome<Identity> identify(std::string const& path) {
  if (!os::exists(path)) return Identity::nothing;
  std::ifstream file(path, std::ios::binary);
  std::array<char, header_size> bytes{};
  file.read(bytes.data(), bytes.size());
  if (!file.is_open() || file.bad())
    return Failure{.kind = Failure::Kind::denied,
                   .text = quoted(path) + " cannot be read",
                   .hint = "let this user read and write the file and its folder"};
  std::string_view const header(bytes.data(), static_cast<std::size_t>(file.gcount()));
  if (header.empty()) return Identity::nothing;
  if (header.size() < header_size || !header.starts_with(magic)) return Identity::no_database;
  return number_at(header, application_id_at) == application_id ? Identity::ours
                                                                : Identity::foreign;
}

}  // namespace sievarr::store

#pragma once

#include <sievarr/reflect/describe.hpp>

#include <string>

namespace sievarr::config {

/// Where the program keeps what it must not forget.
struct Storage {
  std::string path = "/data";
};
BOOST_DESCRIBE_STRUCT(Storage, (), (path))

constexpr auto notes_of(reflect::Of<Storage>) {
  return reflect::Notes{reflect::Note<&Storage::path>{
      .text = "Folder for the database, its backups and the generated key.",
      .facts = {.restart = true}}};
}

}  // namespace sievarr::config

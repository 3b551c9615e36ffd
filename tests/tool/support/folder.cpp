#include "folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace sievarr::test {

namespace {

std::filesystem::path above(Folder::On on) {
  std::error_code ignored;
  std::filesystem::path const memory = "/dev/shm";
  bool const there = on == Folder::On::memory && std::filesystem::is_directory(memory, ignored);
  return there ? memory : std::filesystem::temp_directory_path();
}

}  // namespace

Folder::Folder(On on) : path_((above(on) / "sievarr-XXXXXX").string()) {
  REQUIRE(::mkdtemp(path_.data()) != nullptr);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace sievarr::test

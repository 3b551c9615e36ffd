#include "folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace sievarr::test {

Folder::Folder() : path_((std::filesystem::temp_directory_path() / "sievarr-XXXXXX").string()) {
  REQUIRE(::mkdtemp(path_.data()) != nullptr);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace sievarr::test

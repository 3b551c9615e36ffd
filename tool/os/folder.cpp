#include "folder.hpp"

#include "write_file.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sievarr::os {

Outcome<Done> make_folder(std::string const& path) {
  if (::mkdir(path.c_str(), S_IRWXU) == 0) return Done{};
  if (errno == EEXIST) {
    struct stat found = {};
    if (::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode)) return Done{};
    return unwritten(path, ENOTDIR);
  }
  auto const above = folder_of(path);
  if (errno != ENOENT || above == path || above == ".") return unwritten(path, errno);
  auto const made = make_folder(above);
  if (!made) return made;
  return ::mkdir(path.c_str(), S_IRWXU) == 0 ? Outcome<Done>(Done{}) : unwritten(path, errno);
}

std::vector<std::string> files_in(std::string const& path) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator at(path, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error))
    if (at->is_regular_file(error)) names.push_back(at->path().filename().string());
  return names;
}

Outcome<TemporaryFolder> TemporaryFolder::make(std::string const& name) {
  std::error_code unknown;
  auto const above = std::filesystem::temp_directory_path(unknown);
  auto path = (unknown ? "/tmp" : above.string()) + "/" + name + "-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) return unwritten(path, errno);
  return TemporaryFolder(std::move(path));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace sievarr::os

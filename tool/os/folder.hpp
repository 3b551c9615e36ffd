#pragma once

#include <sievarr/base/failure.hpp>

#include <string>
#include <utility>
#include <vector>

namespace sievarr::os {

/// Makes a folder that only its owner may enter, and those above it, where there are none.
Outcome<Done> make_folder(std::string const& path);

/// The names of the files in a folder, in no order; none where it cannot be read.
std::vector<std::string> files_in(std::string const& path);

/// A folder of a new name among the temporary files, which goes with this.
class TemporaryFolder {
 public:
  static Outcome<TemporaryFolder> make(std::string const& name);
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  std::string const& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace sievarr::os

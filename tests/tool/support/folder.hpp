#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr::test {

/// A folder of a test's own, which goes with it.
class Folder {
 public:
  /// Where thousands of commits are made, nobody wants to wait for a disk.
  enum class On : std::uint8_t { disk, memory };

  explicit Folder(On on = On::disk);
  ~Folder();
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  std::string const& path() const { return path_; }
  std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

}  // namespace sievarr::test

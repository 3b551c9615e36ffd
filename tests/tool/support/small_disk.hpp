#pragma once

#include "folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <string>

namespace sievarr::test {

/// A file system of its own that only this test sees, so full or read-only as it is told to be.
/// Only root may make one, and not everywhere.
class SmallDisk {
 public:
  explicit SmallDisk(std::string const& size) : there_(mounted(size)) {
    if (!there_) MESSAGE("note: skipped: no file system can be mounted here");
  }
  ~SmallDisk() {
    if (there_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(SmallDisk const&) = delete;
  SmallDisk& operator=(SmallDisk const&) = delete;

  bool there() const { return there_; }
  std::string const& path() const { return folder_.path(); }

  bool resize(std::string const& size) { return change(0, "size=" + size); }
  bool make_read_only() { return change(MS_RDONLY, {}); }

  /// Leaves no byte.
  void fill() {
    std::string const block(1 << 16, 'x');
    int const file = ::open(folder_.file("filler").c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    REQUIRE(file >= 0);
    for (auto size = block.size(); size > 0; size /= 2)
      while (::write(file, block.data(), size) > 0) {
      }
    ::close(file);
  }
  void make_room() { ::unlink(folder_.file("filler").c_str()); }

 private:
  bool mounted(std::string const& size) {
    // What is mounted from here on goes with this process, however that ends.
    return ::unshare(CLONE_NEWNS) == 0 &&
           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  bool change(unsigned long flags, std::string const& options) {
    return ::mount("tmpfs", folder_.path().c_str(), "tmpfs", MS_REMOUNT | flags, options.c_str()) ==
           0;
  }

  Folder folder_;
  bool there_;
};

}  // namespace sievarr::test

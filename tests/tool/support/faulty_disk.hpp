#pragma once

#include <memory>

namespace sievarr::test {

/// While it lives, SQLite's files are on a disk whose writes and syncs can be made to fail.
class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(FaultyDisk const&) = delete;
  FaultyDisk& operator=(FaultyDisk const&) = delete;

  /// From the n-th write or sync on, counted from 1, every one fails with that code of SQLite.
  void fail_from(int n, int code);
  void work();

  /// Whether the failure came.
  bool failed() const;

  struct Vfs;

 private:
  std::unique_ptr<Vfs> vfs_;
};

}  // namespace sievarr::test

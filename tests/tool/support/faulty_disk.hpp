#pragma once

#include <cstdint>
#include <memory>

namespace sievarr::test {

/// What goes wrong with a disk, and when.
struct Fault {
  enum class What : std::uint8_t { writes, anything };
  enum class Lasting : std::uint8_t { on, once };

  int n = 1;     ///< The n-th such operation, counted from 1.
  int code = 0;  ///< What SQLite is told then.
  What what = What::writes;
  Lasting lasting = Lasting::on;
};

/// While it lives, SQLite's files are on a disk whose operations can be made to fail, and that
/// loses what was not synced when the power goes.
class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(FaultyDisk const&) = delete;
  FaultyDisk& operator=(FaultyDisk const&) = delete;

  void fail(Fault fault);

  /// From the n-th write or sync on, counted from 1, every one fails with that code of SQLite.
  void fail_from(int n, int code) { fail({.n = n, .code = code}); }

  /// At the n-th sync the power goes. Of what was not synced the seed says which writes had reached
  /// the disk all the same, some of them in part; with 0 none had.
  void lose_power_at(int n, std::uint32_t seed = 0);

  /// At the n-th operation of any kind this process ends, as if it were killed.
  void die_at(int n) { fail({.n = n, .code = death, .what = Fault::What::anything}); }
  static constexpr int death = -1;

  /// All is well again. After a loss of power, files must have been closed before.
  void work();

  /// Whether the failure came, or the power went.
  bool failed() const;

  struct Vfs;

 private:
  std::unique_ptr<Vfs> vfs_;
};

}  // namespace sievarr::test

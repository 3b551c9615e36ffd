#include "faulty_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <new>
#include <random>
#include <string>
#include <vector>

namespace sievarr::test {
namespace {

enum class Operation : std::uint8_t { other, write, sync };

std::string read_all(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void overwrite(std::string& content, std::size_t at, std::string_view bytes) {
  if (content.size() < at + bytes.size()) content.resize(at + bytes.size());
  std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(at));
}

/// A file as the disk has it for sure, and what was written to it since.
struct Remembered {
  struct Write {
    std::size_t at = 0;
    std::string bytes;
    bool cuts = false;  ///< Everything from there on goes.
  };

  std::string durable;
  std::vector<Write> since;

  /// What is there after the power went: a write may have arrived whole, in part or not at all.
  std::string left(std::uint32_t seed) const {
    auto content = durable;
    std::minstd_rand dice(seed);
    for (auto const& write : since) {
      auto const fate = seed == 0 ? 0 : dice() % 4;
      if (fate == 0 || fate == 3) continue;
      auto const half = (write.bytes.size() / 2) / 512 * 512;
      auto const size = fate == 1 ? write.bytes.size() : half;
      if (write.cuts)
        content.resize(std::min(content.size(), write.at));
      else
        overwrite(content, write.at, std::string_view(write.bytes).substr(0, size));
    }
    return content;
  }
};

}  // namespace

struct FaultyDisk::Vfs {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  Fault fault;
  bool armed = false;
  bool failed = false;
  bool power_cut = false;
  std::uint32_t seed = 0;
  std::map<std::string, Remembered> files;

  int next(Operation operation) {
    if (!armed) return SQLITE_OK;
    if (failed) return after(operation);
    if (!counts(operation) || --fault.n > 0) return SQLITE_OK;
    failed = true;
    if (fault.code == FaultyDisk::death) std::_Exit(FaultyDisk::death & 0xFF);
    return fault.code;
  }

 private:
  bool counts(Operation operation) const {
    if (power_cut) return operation == Operation::sync;
    return fault.what == Fault::What::anything || operation != Operation::other;
  }
  int after(Operation operation) const {
    if (power_cut) return fault.code;
    if (fault.lasting == Fault::Lasting::once || !counts(operation)) return SQLITE_OK;
    return fault.code;
  }
};

namespace {

/// A file of ours; that of the real system lies behind it in the same memory.
struct File {
  sqlite3_file base{};
  FaultyDisk::Vfs* disk = nullptr;
  Remembered* remembered = nullptr;  ///< Nothing for a file without a name.

  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return ours(file).real(); }
sqlite3_io_methods const& methods(sqlite3_file* file) { return *real(file)->pMethods; }
int fault(sqlite3_file* file, Operation operation) { return ours(file).disk->next(operation); }

int close(sqlite3_file* file) { return methods(file).xClose(real(file)); }
int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  if (auto const code = fault(file, Operation::other)) return code;
  return methods(file).xRead(real(file), bytes, size, at);
}
int write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 at) {
  if (auto const code = fault(file, Operation::write)) return code;
  if (auto* const remembered = ours(file).remembered)
    remembered->since.push_back(
        {static_cast<std::size_t>(at),
         std::string(static_cast<char const*>(bytes), static_cast<std::size_t>(size))});
  return methods(file).xWrite(real(file), bytes, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (auto const code = fault(file, Operation::write)) return code;
  if (auto* const remembered = ours(file).remembered)
    remembered->since.push_back({static_cast<std::size_t>(size), {}, true});
  return methods(file).xTruncate(real(file), size);
}
/// Nobody pulls the plug of the real disk while a test runs, so nothing has to reach it.
int sync(sqlite3_file* file, int) {
  if (auto const code = fault(file, Operation::sync)) return code;
  auto* const remembered = ours(file).remembered;
  if (remembered == nullptr) return SQLITE_OK;
  for (auto const& write : remembered->since) {
    if (write.cuts)
      remembered->durable.resize(write.at);
    else
      overwrite(remembered->durable, write.at, write.bytes);
  }
  remembered->since.clear();
  return SQLITE_OK;
}
int size_of(sqlite3_file* file, sqlite3_int64* size) {
  if (auto const code = fault(file, Operation::other)) return code;
  return methods(file).xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
  if (auto const code = fault(file, Operation::other)) return code;
  return methods(file).xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) { return methods(file).xUnlock(real(file), level); }
int reserved(sqlite3_file* file, int* out) {
  return methods(file).xCheckReservedLock(real(file), out);
}
int control(sqlite3_file* file, int what, void* argument) {
  return methods(file).xFileControl(real(file), what, argument);
}
int sector(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }
int traits(sqlite3_file* file) { return methods(file).xDeviceCharacteristics(real(file)); }
int map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  if (auto const code = fault(file, Operation::other)) return code;
  return methods(file).xShmMap(real(file), page, size, extend, out);
}
int lock_map(sqlite3_file* file, int offset, int count, int flags) {
  return methods(file).xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) { methods(file).xShmBarrier(real(file)); }
int unmap(sqlite3_file* file, int remove) { return methods(file).xShmUnmap(real(file), remove); }

constexpr sqlite3_io_methods faulty_methods = {
    2,        &close,  &read,   &write, &truncate, &sync,    &size_of, &lock,   &unlock, &reserved,
    &control, &sector, &traits, &map,   &lock_map, &barrier, &unmap,   nullptr, nullptr};

FaultyDisk::Vfs& disk(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk::Vfs*>(vfs->pAppData); }
sqlite3_vfs* real(sqlite3_vfs* vfs) { return disk(vfs).real; }

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* memory, int flags, int* out) {
  auto* const file = new (memory) File{};
  if (auto const code = disk(vfs).next(Operation::other)) return code;
  auto const code = real(vfs)->xOpen(real(vfs), name, file->real(), flags, out);
  if (code != SQLITE_OK) return code;
  file->disk = &disk(vfs);
  if (name != nullptr) {
    auto const [entry, is_new] = disk(vfs).files.try_emplace(name);
    if (is_new) entry->second.durable = read_all(name);
    file->remembered = &entry->second;
  }
  file->base.pMethods = &faulty_methods;
  return SQLITE_OK;
}

/// A file that is taken away stays away: SQLite must not count on it, or on its opposite.
int remove(sqlite3_vfs* vfs, char const* name, int sync_folder) {
  if (auto const code = disk(vfs).next(Operation::write)) return code;
  if (auto const found = disk(vfs).files.find(name); found != disk(vfs).files.end())
    found->second = {};
  return real(vfs)->xDelete(real(vfs), name, sync_folder);
}
int access(sqlite3_vfs* vfs, char const* name, int flags, int* out) {
  if (auto const code = disk(vfs).next(Operation::other)) return code;
  return real(vfs)->xAccess(real(vfs), name, flags, out);
}
int full_name(sqlite3_vfs* vfs, char const* name, int size, char* out) {
  return real(vfs)->xFullPathname(real(vfs), name, size, out);
}

}  // namespace

FaultyDisk::FaultyDisk() : vfs_(std::make_unique<Vfs>()) {
  vfs_->real = sqlite3_vfs_find(nullptr);
  vfs_->vfs = *vfs_->real;
  vfs_->vfs.zName = "faulty";
  vfs_->vfs.pAppData = vfs_.get();
  vfs_->vfs.szOsFile = static_cast<int>(sizeof(File)) + vfs_->real->szOsFile;
  vfs_->vfs.xOpen = &open;
  vfs_->vfs.xDelete = &remove;
  vfs_->vfs.xAccess = &access;
  vfs_->vfs.xFullPathname = &full_name;
  sqlite3_vfs_register(&vfs_->vfs, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_->vfs);
  sqlite3_vfs_register(vfs_->real, 1);
}

void FaultyDisk::fail(Fault fault) {
  vfs_->fault = fault;
  vfs_->armed = true;
  vfs_->failed = false;
  vfs_->power_cut = false;
}

void FaultyDisk::lose_power_at(int n, std::uint32_t seed) {
  fail({.n = n, .code = SQLITE_IOERR_FSYNC});
  vfs_->power_cut = true;
  vfs_->seed = seed;
}

void FaultyDisk::work() {
  vfs_->armed = false;
  if (!vfs_->failed || !vfs_->power_cut) return;
  for (auto const& [path, file] : vfs_->files) {
    if (!std::filesystem::exists(path)) continue;
    std::ofstream(path, std::ios::binary) << file.left(vfs_->seed);
  }
  vfs_->files.clear();
}

bool FaultyDisk::failed() const { return vfs_->failed; }

}  // namespace sievarr::test

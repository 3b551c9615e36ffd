#include "faulty_disk.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <new>

namespace sievarr::test {

struct FaultyDisk::Vfs {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  int left = 0;
  int code = SQLITE_OK;
  bool failed = false;

  int next() {
    if (code == SQLITE_OK || --left > 0) return SQLITE_OK;
    failed = true;
    return code;
  }
};

namespace {

/// A file of ours; that of the real system lies behind it in the same memory.
struct File {
  sqlite3_file base{};
  FaultyDisk::Vfs* disk = nullptr;

  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
sqlite3_io_methods const& methods(sqlite3_file* file) { return *real(file)->pMethods; }
int fault(sqlite3_file* file) { return reinterpret_cast<File*>(file)->disk->next(); }

int close(sqlite3_file* file) { return methods(file).xClose(real(file)); }
int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  return methods(file).xRead(real(file), bytes, size, at);
}
int write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 at) {
  if (auto const code = fault(file)) return code;
  return methods(file).xWrite(real(file), bytes, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (auto const code = fault(file)) return code;
  return methods(file).xTruncate(real(file), size);
}
/// Nobody pulls the plug while a test runs, so nothing has to reach a real disk.
int sync(sqlite3_file* file, int) { return fault(file); }
int size_of(sqlite3_file* file, sqlite3_int64* size) {
  return methods(file).xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) { return methods(file).xLock(real(file), level); }
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

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* memory, int flags, int* out) {
  auto* const disk = static_cast<FaultyDisk::Vfs*>(vfs->pAppData);
  auto* const file = new (memory) File{};
  auto const code = disk->real->xOpen(disk->real, name, file->real(), flags, out);
  if (code != SQLITE_OK) return code;
  file->disk = disk;
  file->base.pMethods = &faulty_methods;
  return SQLITE_OK;
}

sqlite3_vfs* real(sqlite3_vfs* vfs) { return static_cast<FaultyDisk::Vfs*>(vfs->pAppData)->real; }

int remove(sqlite3_vfs* vfs, char const* name, int sync_folder) {
  return real(vfs)->xDelete(real(vfs), name, sync_folder);
}
int access(sqlite3_vfs* vfs, char const* name, int flags, int* out) {
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

void FaultyDisk::fail_from(int n, int code) {
  vfs_->left = n;
  vfs_->code = code;
  vfs_->failed = false;
}

void FaultyDisk::work() { vfs_->code = SQLITE_OK; }

bool FaultyDisk::failed() const { return vfs_->failed; }

}  // namespace sievarr::test

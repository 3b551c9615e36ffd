#pragma once

#include "catalogue.hpp"
#include "store/open.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::app {

/// The storage of one process: the database, and the catalogue that is read from it.
class Storage {
 public:
  enum class Access : std::uint8_t { write, read };

  /// Opens the storage in a folder. A writer holds its lock, see store::take_lock.
  static Outcome<std::unique_ptr<Storage>> open(std::string folder, Access access);

  /// Reads the catalogue into memory.
  Outcome<Done> load() { return catalogue_.load(); }

  store::Database& database() { return database_; }
  Catalogue& catalogue() { return catalogue_; }

  /// How the mirror stands.
  Outcome<mirror::MirrorProgress> progress();

  /// Brings state.json in line with what is stored, and tells what was wrong with it.
  Outcome<std::vector<std::string>> mend_state();

  /// Writes state.json after a cycle, and a copy beside it where all went well.
  Outcome<Done> save_state(status::CycleRecord const& cycle);

 private:
  Storage(std::string folder, store::Database database)
      : folder_(std::move(folder)), database_(std::move(database)), catalogue_(database_) {}

  std::string const folder_;
  store::Database database_;
  Catalogue catalogue_;
};

}  // namespace sievarr::app

#pragma once

#include "cli/parse/syntax.hpp"
#include "console.hpp"

#include <sievarr/config/storage.hpp>
#include <sievarr/filter/columns/table.hpp>
#include <sievarr/wire/shows.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::cli {

/// The options that say which shows a command is about: files of any kind that has shows, plain or
/// compressed, read piece by piece.
class ShowsOption {
 public:
  void declare(Syntax& syntax);
  /// The files alone, for a command that is strict about something else.
  void declare_files(Syntax& syntax, std::string const& meaning);

  bool given() const { return !files_.empty(); }
  /// For a command that may learn elsewhere which file it is.
  void set(std::string file) { files_ = {std::move(file)}; }

  /// All shows of the files; none when the command cannot go on, which has been said by then.
  std::optional<filter::Table> read(Console& console) const;

  /// All shows, those of the storage where no file is named; none when the command cannot go on,
  /// which has been said by then.
  std::optional<filter::Table> read(Console& console, config::Storage const& storage) const;

 private:
  bool read_file(std::string const& file, filter::Table& table, Console& console) const;
  bool report(std::string const& name, wire::ShowsRead const& read, Console& console) const;

  std::vector<std::string> files_;
  bool strict_ = false;
};

}  // namespace sievarr::cli

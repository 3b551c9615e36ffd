#pragma once

#include "source.hpp"

#include <optional>

namespace sievarr::tidy {

/// A header of others that a folder may use; in all its files, in those that begin with a stem, or
/// in any one file.
struct Permission {
  std::string header;
  std::string where;  ///< Empty, a stem, or "1".
};

/// What a folder may include besides itself and the standard library.
struct Floor {
  std::string folder;
  std::vector<std::string> ours;
  std::vector<Permission> others;
};

/// Words that must not stand in some files.
struct Ban {
  enum class Kind { include, word, name, text };

  std::string where;  ///< What the paths begin with; * for all.
  Kind kind = Kind::word;
  std::vector<std::string> words;
  std::string why;
};

struct Rules {
  std::vector<Floor> floors;
  std::vector<Ban> bans;
};

/// The rules, or the line that is not one.
struct ReadRules {
  Rules rules;
  std::optional<std::string> wrong_line;
};

/// Reads the tables tests/tidy/floors and tests/tidy/bans.
ReadRules read_rules(std::string_view floors, std::string_view bans);

/// The floor of a folder or of the nearest one above it that has one.
Floor const* find_floor(Rules const& rules, std::string_view folder);

}  // namespace sievarr::tidy

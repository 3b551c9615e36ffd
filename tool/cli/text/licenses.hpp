#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sievarr::cli {

/// The terms of a part, or a license that several parts have, word for word.
struct LicenseText {
  std::string_view name;
  std::string_view packed;  ///< By gzip.
};

/// All that were compiled in: docs/licenses, and the long ones of the machine that built this.
std::span<LicenseText const> license_texts();

/// What is built into the program, with the license of each part and all their texts.
std::string licenses();

}  // namespace sievarr::cli

#pragma once

#include <cstddef>

namespace sievarr::document {

/// What a document may ask of us, whoever wrote it. Far above what people write, far below what
/// hurts.
inline constexpr std::size_t most_bytes = 1024 * 1024;
inline constexpr std::size_t most_values = 100'000;       ///< Counted after aliases are expanded.
inline constexpr std::size_t most_text = 8 * most_bytes;  ///< Counted like the values.
inline constexpr std::size_t most_levels = 64;            ///< Of lists and mappings in each other.
inline constexpr std::size_t most_problems = 100;         ///< More of them help nobody.

}  // namespace sievarr::document

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sievarr::test {

/// The whole of a file below tests/, such as "data/good.yaml"; fails the test if there is none.
std::string read_data(std::string_view name);

/// Checks that text is what tests/golden/NAME holds. `tests/run goldens` writes what is there now.
void golden(std::string_view name, std::string_view text);

/// The same for a file that stands beside its input below tests/, such as "data/good.expected".
void golden_beside(std::string_view name, std::string_view text);

/// The files of a folder below tests/ that end in some way, without that end, in order.
std::vector<std::string> names_below(std::string_view folder, std::string_view end);

}  // namespace sievarr::test

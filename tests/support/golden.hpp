#pragma once

#include <string>
#include <string_view>

namespace sievarr::test {

/// The whole of a file below tests/, such as "data/good.yaml"; fails the test if there is none.
std::string read_data(std::string_view name);

/// Checks that text is what tests/golden/NAME holds. `tests/run goldens` writes what is there now.
void golden(std::string_view name, std::string_view text);

}  // namespace sievarr::test

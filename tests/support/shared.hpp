#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::test {

/// The whole of a file below ../shared/data, beside the checkout; nothing, and a note, without it.
std::optional<std::string> read_shared(std::string_view name);

/// The names of the files in a folder below ../shared/data, sorted; as above.
std::vector<std::string> list_shared(std::string_view folder);

}  // namespace sievarr::test

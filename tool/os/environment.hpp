#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace sievarr::os {

/// Variables by name, as somebody set them.
using Environment = std::map<std::string, std::string, std::less<>>;

/// The environment of this process.
Environment environment();

/// A variable that is set and not empty.
std::optional<std::string> filled(Environment const& environment, std::string const& name);

}  // namespace sievarr::os

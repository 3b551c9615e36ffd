#pragma once

#include <sievarr/base/problem.hpp>

#include <string>

namespace sievarr::cli {

/// Problems in the format of static analysis tools, SARIF 2.1.0.
std::string sarif(Problems const& problems);

}  // namespace sievarr::cli

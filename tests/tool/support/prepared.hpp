#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/config/layers.hpp>

namespace sievarr::test {

/// What config::prepare makes of layers, compiled once for all tests.
Reading<config::Prepared> prepared(config::Layers const& layers, Date today);

}  // namespace sievarr::test

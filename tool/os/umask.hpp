#pragma once

#include "environment.hpp"

#include <sievarr/base/failure.hpp>

namespace sievarr::os {

/// Keeps what is written from others: 077, or what UMASK says. What is secret is for its owner
/// alone all the same.
Outcome<Done> set_umask(Environment const& environment);

}  // namespace sievarr::os

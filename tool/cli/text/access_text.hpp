#pragma once

#include <sievarr/api/access.hpp>
#include <sievarr/api/access_keys.hpp>

#include <string>

namespace sievarr::cli {

/// Who is signed in, as a table for people.
std::string access_as_text(api::SessionsAnswer const& answer);

/// The keys that were made, as a table for people.
std::string access_as_text(api::KeysAnswer const& answer);

}  // namespace sievarr::cli

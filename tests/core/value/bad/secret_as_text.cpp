// expect: sievarr::value::Secret
#include <sievarr/value/secret.hpp>

#include <string>

std::string leak(sievarr::value::Secret const& secret) { return secret; }

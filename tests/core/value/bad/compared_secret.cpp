// expect: deleted
#include <sievarr/value/secret.hpp>

bool leak(sievarr::value::Secret const& a, sievarr::value::Secret const& b) { return a == b; }

// expect: deleted
#include <sievarr/value/secret.hpp>

#include <ostream>

void leak(std::ostream& stream, sievarr::value::Secret const& secret) { stream << secret; }

// expect: the default is out of bounds
#include <sievarr/value/bounded.hpp>

sievarr::value::Bounded<int, 1, 10, 20> const bounded;

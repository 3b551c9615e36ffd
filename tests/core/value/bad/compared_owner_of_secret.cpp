// expect: deleted
#include <sievarr/value/secret.hpp>

struct Account {
  sievarr::value::Secret key;

  bool operator==(Account const&) const = default;
};

bool leak(Account const& a, Account const& b) { return a == b; }

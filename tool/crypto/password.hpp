#pragma once

#include <sievarr/access/password_hash.hpp>
#include <sievarr/base/failure.hpp>
#include <sievarr/value/secret.hpp>

#include <string>
#include <string_view>

namespace sievarr::crypto {

/// The hash of a password in its PHC form, with a salt of its own. One is computed at a time,
/// however many ask, so that nobody can fill the memory by trying.
Outcome<std::string> hash_of(value::Secret const& password, access::HashCost cost = {});

/// Whether a password is the one of that hash; takes as long for one that is not.
bool is_password(value::Secret const& password, std::string_view hash);

/// Takes as long as looking at a hash, and never fits: for names that nobody has.
void pretend(value::Secret const& password);

}  // namespace sievarr::crypto

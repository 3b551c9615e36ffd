#include "crypto/password.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sievarr::crypto {
namespace {

value::Secret secret(std::string text) { return value::Secret(std::move(text)); }

}  // namespace

TEST_CASE("a password is known by its hash, and no other is") {
  auto const hash = hash_of(secret("correct horse"));
  REQUIRE(hash);
  CHECK(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(hash->find("horse") == std::string::npos);
  CHECK_FALSE(access::is_outgrown(*hash));
  CHECK(is_password(secret("correct horse"), *hash));
  for (std::string const wrong : {"", "correct hors", "correct horsf", "Correct horse"})
    CHECK_FALSE(is_password(secret(wrong), *hash));
}

TEST_CASE("no two hashes of a password are the same") {
  CHECK(*hash_of(secret("correct horse")) != *hash_of(secret("correct horse")));
}

TEST_CASE("a hash that somebody else made is read, and one from an earlier time still counts") {
  // From the test vectors of the reference implementation.
  CHECK(is_password(secret("password"),
                    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                    "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
  auto const cheap = hash_of(secret("correct horse"), {.memory = 1024, .passes = 1});
  REQUIRE(cheap);
  CHECK(access::is_outgrown(*cheap));
  CHECK(is_password(secret("correct horse"), *cheap));
}

TEST_CASE("what is no hash, or asks for too much memory, opens nothing") {
  for (std::string const stored :
       {"", "correct horse", "$argon2id$v=19$m=19456,t=2,p=1$$",
        "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMa"})
    CHECK_FALSE(is_password(secret("correct horse"), stored));
  pretend(secret("correct horse"));
}

}  // namespace sievarr::crypto

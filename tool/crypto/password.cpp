#include "password.hpp"

#include "os/random.hpp"

#include <argon2.h>

#include <cstdint>
#include <mutex>

namespace sievarr::crypto {
namespace {

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;

/// Whoever computes a hash has it.
std::mutex one_at_a_time;

}  // namespace

Outcome<std::string> hash_of(value::Secret const& password, access::HashCost cost) {
  auto const salt = os::random_bytes(salt_bytes);
  if (!salt) return salt.error();
  auto const& text = password.reveal();
  std::string hash(
      argon2_encodedlen(cost.passes, cost.memory, cost.lanes, salt_bytes, hash_bytes, Argon2_id),
      '\0');
  std::lock_guard const lock(one_at_a_time);
  int const code =
      argon2id_hash_encoded(cost.passes, cost.memory, cost.lanes, text.data(), text.size(),
                            salt->data(), salt->size(), hash_bytes, hash.data(), hash.size());
  if (code != ARGON2_OK)
    return Failure{
        .kind = Failure::Kind::refused,
        .text = std::string("the password cannot be hashed: ") + argon2_error_message(code),
        .hint = "give the program more memory"};
  hash.resize(hash.find('\0'));
  return hash;
}

bool is_password(value::Secret const& password, std::string_view hash) {
  // The text says how much memory it takes, so it is looked at first.
  if (!access::cost_of(hash) || !password.opens()) return false;
  std::string const whole(hash);
  auto const& text = password.reveal();
  std::lock_guard const lock(one_at_a_time);
  return argon2id_verify(whole.c_str(), text.data(), text.size()) == ARGON2_OK;
}

void pretend(value::Secret const& password) {
  static_cast<void>(is_password(password,
                                "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyBpdA$"
                                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

}  // namespace sievarr::crypto

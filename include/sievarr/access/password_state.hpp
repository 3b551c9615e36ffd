#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <optional>
#include <string>

namespace sievarr::access {

/// What is stored of passwords: hashes of the one that was set, and of the one that the config had
/// when it was read last; and whether a first one was ever set.
struct PasswordState {
  std::optional<std::string> hash = {};
  std::optional<std::string> config_hash = {};
  std::optional<Instant> changed = {};
  std::optional<Instant> setup_ended = {};

  bool operator==(PasswordState const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PasswordState, (), (hash, config_hash, changed, setup_ended))

constexpr auto notes_of(reflect::Of<PasswordState>) {
  using reflect::Note;
  using S = PasswordState;
  return reflect::Notes{
      Note<&S::hash>{.text = "The hash of the password that was set."},
      Note<&S::config_hash>{.text = "The hash of the password that the config says."},
      Note<&S::changed>{.text = "When the password changed last.",
                        .example = "2026-01-31T10:30:00Z"},
      Note<&S::setup_ended>{.text = "When a password was set for the first time.",
                            .example = "2026-01-31T10:30:00Z"},
  };
}

}  // namespace sievarr::access

#pragma once

#include <sievarr/access/scope.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/value/bounded.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::access {

/// How many requests a minute a key may make.
using ReadRate = value::Bounded<int, 1, 100'000, 120>;
using WriteRate = value::Bounded<int, 1, 100'000, 60>;

/// A key of the API that somebody made. The key itself is not stored, only its hash.
struct KeyRecord {
  std::int64_t id = 0;
  std::string hash;
  std::string description;
  Scope scope = Scope::read;
  ReadRate reads_per_minute;
  WriteRate writes_per_minute;
  Instant created = {};
  std::optional<Instant> expires = {};
  std::optional<Instant> used = {};
  std::optional<std::string> address = {};
  std::optional<Instant> revoked = {};

  bool operator==(KeyRecord const&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeyRecord, (),
                      (id, hash, description, scope, reads_per_minute, writes_per_minute, created,
                       expires, used, address, revoked))

constexpr auto notes_of(reflect::Of<KeyRecord>) {
  using reflect::Note;
  using K = KeyRecord;
  return reflect::Notes{
      Note<&K::id>{.text = "Number of the key.", .example = "2", .key = true},
      Note<&K::hash>{.text = "SHA-256 of the key.", .example = "9f86d081884c7d65"},
      Note<&K::description>{.text = "What it is for.", .example = "homepage"},
      Note<&K::scope>{.text = "What who has it may do.", .example = "read"},
      Note<&K::reads_per_minute>{.text = "How many requests a minute may read.", .example = "120"},
      Note<&K::writes_per_minute>{.text = "How many may change something.", .example = "60"},
      Note<&K::created>{.text = "When it was made.", .example = "2026-01-31T10:30:00Z"},
      Note<&K::expires>{.text = "Until when it is good; for ever where nothing is said.",
                        .example = "2027-01-31T10:30:00Z"},
      Note<&K::used>{.text = "When it was used last, to within five minutes.",
                     .example = "2026-01-31T10:30:00Z"},
      Note<&K::address>{.text = "From where it was used last.", .example = "192.168.1.10"},
      Note<&K::revoked>{.text = "When it was revoked.", .example = "2026-01-31T10:30:00Z"},
  };
}

inline bool is_in_force(KeyRecord const& key, Instant now) {
  return !key.revoked && (!key.expires || now < *key.expires);
}

/// What is counted hour by hour: the requests of a key, and tries to sign in at an address.
BOOST_DEFINE_ENUM_CLASS(Counted, key, failure)

struct AccessCount {
  Counted kind = Counted::key;
  std::string subject;
  Instant hour = {};
  std::int64_t requests = 0;

  bool operator==(AccessCount const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccessCount, (), (kind, subject, hour, requests))

constexpr auto notes_of(reflect::Of<AccessCount>) {
  using reflect::Note;
  using C = AccessCount;
  return reflect::Notes{
      Note<&C::kind>{.text = "What is counted.", .example = "key", .key = true},
      Note<&C::subject>{.text = "Number of the key, or the address.", .example = "2", .key = true},
      Note<&C::hour>{.text = "The hour.", .example = "2026-01-31T10:00:00Z", .key = true},
      Note<&C::requests>{.text = "How many there were.", .example = "12"},
  };
}

}  // namespace sievarr::access

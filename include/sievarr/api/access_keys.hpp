#pragma once

#include <sievarr/access/key_record.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The keys of the API that people make.
namespace sievarr::api {

/// How much a key asked within an hour.
struct HourlyUse {
  Instant hour = {};
  std::int64_t requests = 0;
};
BOOST_DESCRIBE_STRUCT(HourlyUse, (), (hour, requests))

constexpr auto notes_of(reflect::Of<HourlyUse>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HourlyUse::hour>{.text = "The hour.", .example = "2026-01-31T10:00:00Z"},
      Note<&HourlyUse::requests>{.text = "How many requests came.", .example = "12"},
  };
}

/// A key, without the key itself.
struct KeyLine {
  std::int64_t id = 0;
  std::string description;
  access::Scope scope = access::Scope::read;
  access::ReadRate reads_per_minute;
  access::WriteRate writes_per_minute;
  Instant created = {};
  std::optional<Instant> expires;
  std::optional<Instant> used;
  std::optional<std::string> address;
  std::optional<Instant> revoked;
  std::vector<HourlyUse> usage;
};
BOOST_DESCRIBE_STRUCT(KeyLine, (),
                      (id, description, scope, reads_per_minute, writes_per_minute, created,
                       expires, used, address, revoked, usage))

constexpr auto notes_of(reflect::Of<KeyLine>) {
  using reflect::Note;
  using K = KeyLine;
  return reflect::Notes{
      Note<&K::id>{.text = "Number of the key.", .example = "2"},
      Note<&K::description>{.text = "What it is for.", .example = "homepage"},
      Note<&K::scope>{.text = "What who has it may do.", .example = "read"},
      Note<&K::reads_per_minute>{.text = "How many requests a minute may read."},
      Note<&K::writes_per_minute>{.text = "How many may change something."},
      Note<&K::created>{.text = "When it was made.", .example = "2026-01-31T10:30:00Z"},
      Note<&K::expires>{.text = "Until when it is good; for ever where nothing is said."},
      Note<&K::used>{.text = "When it was used last, to within five minutes."},
      Note<&K::address>{.text = "From where it was used last.", .example = "192.168.1.10"},
      Note<&K::revoked>{.text = "When it was revoked; absent while it is in force."},
      Note<&K::usage>{.text = "How much it asked in each hour of the last day."},
  };
}

struct KeysAnswer {
  std::vector<KeyLine> keys;
};
BOOST_DESCRIBE_STRUCT(KeysAnswer, (), (keys))

constexpr auto notes_of(reflect::Of<KeysAnswer>) {
  return reflect::Notes{
      reflect::Note<&KeysAnswer::keys>{.text = "The keys, by number; those revoked as well."}};
}

/// A key that is to be made.
struct NewKey {
  std::string description;
  access::Scope scope = access::Scope::read;
  access::ReadRate reads_per_minute;
  access::WriteRate writes_per_minute;
  std::optional<Instant> expires;
};
BOOST_DESCRIBE_STRUCT(NewKey, (),
                      (description, scope, reads_per_minute, writes_per_minute, expires))

constexpr auto notes_of(reflect::Of<NewKey>) {
  using reflect::Note;
  using K = NewKey;
  return reflect::Notes{
      Note<&K::description>{.text = "What it is for.", .example = "homepage", .required = true},
      Note<&K::scope>{.text = "What who has it may do.", .example = "read"},
      Note<&K::reads_per_minute>{.text = "How many requests a minute may read."},
      Note<&K::writes_per_minute>{.text = "How many may change something."},
      Note<&K::expires>{.text = "Until when it is good; for ever where nothing is said.",
                        .example = "2027-01-31T10:30:00Z"},
  };
}

/// A key that was made. Nobody sees it again.
struct MadeKey {
  std::int64_t id = 0;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(MadeKey, (), (id, key))

constexpr auto notes_of(reflect::Of<MadeKey>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&MadeKey::id>{.text = "Number of the key.", .example = "2"},
      Note<&MadeKey::key>{.text = "The key. It is not stored, so this is the only time."},
  };
}

struct KeyPath {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(KeyPath, (), (id))

constexpr auto notes_of(reflect::Of<KeyPath>) {
  return reflect::Notes{
      reflect::Note<&KeyPath::id>{.text = "Number of the key.", .example = "2", .required = true}};
}

/// What is to be another about a key; the rest stays.
struct KeyChange {
  std::optional<std::string> description;
  std::optional<access::ReadRate> reads_per_minute;
  std::optional<access::WriteRate> writes_per_minute;
};
BOOST_DESCRIBE_STRUCT(KeyChange, (), (description, reads_per_minute, writes_per_minute))

constexpr auto notes_of(reflect::Of<KeyChange>) {
  using reflect::Note;
  using K = KeyChange;
  return reflect::Notes{
      Note<&K::description>{.text = "What it is for.", .example = "homepage"},
      Note<&K::reads_per_minute>{.text = "How many requests a minute may read.", .example = "240"},
      Note<&K::writes_per_minute>{.text = "How many may change something.", .example = "10"},
  };
}

}  // namespace sievarr::api

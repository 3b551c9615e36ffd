#pragma once

#include <sievarr/access/scope.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/sha256.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::access {

/// What was changed about who may do what.
BOOST_DEFINE_ENUM_CLASS(AuditAction, password_set, session_ended, key_made, key_changed,
                        key_revoked, set_up_ended, access_reset)

/// Who does something, and from where.
struct Author {
  std::string name;
  Way way = Way::command;
  std::string address = {};

  bool operator==(Author const&) const = default;
};

/// A change that somebody made: who, what, when, from where. Rows are only ever added, and each one
/// holds the hash of the one before, so that none can be changed or taken away unseen.
struct AuditRecord {
  std::int64_t id = 0;
  Instant at = {};
  std::string author;
  Way way = Way::command;
  std::string address;
  AuditAction action = AuditAction::password_set;
  std::string subject;
  std::string difference;
  std::string previous;
  std::string hash;

  bool operator==(AuditRecord const&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditRecord, (),
                      (id, at, author, way, address, action, subject, difference, previous, hash))

constexpr auto notes_of(reflect::Of<AuditRecord>) {
  using reflect::Note;
  using A = AuditRecord;
  return reflect::Notes{
      Note<&A::id>{.text = "Number of the row, from 1 on.", .example = "7", .key = true},
      Note<&A::at>{.text = "When it happened.", .example = "2026-01-31T10:30:00Z"},
      Note<&A::author>{.text = "Who did it.", .example = "admin"},
      Note<&A::way>{.text = "How they had signed in.", .example = "password"},
      Note<&A::address>{.text = "From where; empty for a command on the machine itself.",
                        .example = "192.168.1.10"},
      Note<&A::action>{.text = "What they did.", .example = "key_made"},
      Note<&A::subject>{.text = "To what.", .example = "key 2"},
      Note<&A::difference>{.text = "What differs since then, without secrets.",
                           .example = "scope: read"},
      Note<&A::previous>{.text = "The hash of the row before.", .example = "9f86d081884c7d65"},
      Note<&A::hash>{.text = "SHA-256 of this row and the hash of the row before.",
                     .example = "60303ae22b998861"},
  };
}

/// The hash of a row: every field with its length before it, so that no two rows read the same.
inline std::string hash_of(AuditRecord const& record) {
  std::string text;
  auto const add = [&text](std::string_view part) {
    text.append(to_text(static_cast<std::int64_t>(part.size()))).append(":").append(part);
  };
  add(to_text(record.id));
  add(to_fixed_text(record.at));
  add(record.author);
  add(reflect::word_of(record.way));
  add(record.address);
  add(reflect::word_of(record.action));
  add(record.subject);
  add(record.difference);
  add(record.previous);
  return sha256_hex(text);
}

/// A row as it stands behind another one, or at the beginning.
inline AuditRecord chained(AuditRecord record, std::optional<AuditRecord> const& last) {
  record.id = last ? last->id + 1 : 1;
  record.previous = last ? last->hash : std::string();
  record.hash = hash_of(record);
  return record;
}

/// The first row, by number, that is not as it was written, does not follow the one before, or
/// has lost it. What stands before the first of them is not known.
inline std::optional<std::int64_t> first_broken(std::vector<AuditRecord> rows) {
  std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
  for (std::size_t at = 0; at < rows.size(); ++at) {
    auto const& row = rows[at];
    bool const begins = row.id != 1 || row.previous.empty();
    bool const follows =
        at == 0 || (row.id == rows[at - 1].id + 1 && row.previous == rows[at - 1].hash);
    if (!begins || !follows || row.hash != hash_of(row)) return row.id;
  }
  return std::nullopt;
}

}  // namespace sievarr::access

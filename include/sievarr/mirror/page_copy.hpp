#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::mirror {

/// What came of asking for a page of the index: its shows, word that there is none, or no answer
/// that could be used.
BOOST_DEFINE_ENUM_CLASS(PageOutcome, read, missing, failed)

/// What is remembered of a page of the index since it was last asked for. Those between us and
/// TVMaze may give the same copy out for a day.
struct PageCopy {
  std::int64_t page = 0;
  PageOutcome fate = PageOutcome::read;
  std::optional<Instant> made = {};
  std::optional<Instant> fresh_until = {};
  std::optional<std::string> etag = {};
  std::string words = {};

  bool operator==(PageCopy const&) const = default;
};

BOOST_DESCRIBE_STRUCT(PageCopy, (), (page, fate, made, fresh_until, etag, words))

constexpr auto notes_of(reflect::Of<PageCopy>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&PageCopy::page>{.text = "Number of the page, from 0.", .example = "12", .key = true},
      Note<&PageCopy::fate>{.text = "What came of asking for it.", .example = "read"},
      Note<&PageCopy::made>{.text = "When TVMaze wrote that answer, by its own clock.",
                            .example = "2026-01-31T10:30:00Z"},
      Note<&PageCopy::fresh_until>{.text = "Until when the same answer may be given again.",
                                   .example = "2026-02-01T10:30:00Z"},
      Note<&PageCopy::etag>{.text = "The name that TVMaze gave to this version.",
                            .example = "\"5f2a\""},
      Note<&PageCopy::words>{.text = "What went wrong.", .example = "TVMaze answered 503"},
  };
}

}  // namespace sievarr::mirror

#pragma once

#include <sievarr/adding/proposal.hpp>
#include <sievarr/status/cycle.hpp>
#include <sievarr/status/standing.hpp>

#include <sievarr/adding/intent.hpp>

#include <cstdint>
#include <optional>
#include <string>

/// What happens, as it is told to whoever listens.
namespace sievarr::api {

/// What kind of thing happened; the name of the event.
BOOST_DEFINE_ENUM_CLASS(NewsKind, phase, advance, cycle, added, judged, trouble, config, lost)

/// Something that happened. Which fields are there depends on what it was.
struct News {
  std::uint64_t number = 0;
  Instant at = {};
  NewsKind kind = NewsKind::phase;
  std::optional<status::Phase> phase;
  std::optional<status::Advance> advance;
  std::optional<status::Cycle> cycle;
  std::optional<adding::Add> add;
  std::optional<adding::Fate> fate;
  std::optional<std::int64_t> changed;
  std::optional<std::string> where;
  std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(News, (),
                      (number, at, kind, phase, advance, cycle, add, fate, changed, where, words))

constexpr auto notes_of(reflect::Of<News>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&News::number>{.text = "One more than that of what happened before."},
      Note<&News::at>{.text = "When it happened."},
      Note<&News::kind>{.text = "What kind of thing it was."},
      Note<&News::phase>{.text = "phase: what the daemon is at now."},
      Note<&News::advance>{.text = "advance: how far the cycle is."},
      Note<&News::cycle>{.text = "cycle: one has begun, or is over where it has an end."},
      Note<&News::add>{.text = "added: what was sent to an instance."},
      Note<&News::fate>{.text = "added: what came of it; absent where nobody knows yet."},
      Note<&News::changed>{.text = "judged: how many shows have another status now."},
      Note<&News::where>{.text = "trouble: where it was met."},
      Note<&News::words>{.text = "What was said about it."},
  };
}

}  // namespace sievarr::api

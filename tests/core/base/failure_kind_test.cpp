#include <sievarr/base/failure_kind.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace sievarr {
namespace {

using Kind = Failure::Kind;

/// All that can be asked about a kind, as letters: what is not so is a point.
std::string facts_of(Kind kind) {
  std::string facts;
  facts += "aciusx"[static_cast<std::size_t>(class_of(kind))];
  facts += is_of_storage(kind) ? 'S' : '.';
  facts += needs_person(kind) ? 'P' : '.';
  facts += did_surely_nothing(kind) ? 'N' : '.';
  facts += is_for_good(kind) ? 'G' : '.';
  facts += is_server_ill(kind) ? 'I' : '.';
  facts += may_pass(kind) ? 'M' : '.';
  return facts;
}

struct Row {
  Kind kind;
  char const* facts;
};

TEST_CASE("each kind of failure is classified, once for all who ask") {
  constexpr std::array rows{
      Row{Kind::unreachable, "u..N.IM"}, Row{Kind::left_alone, "u..N..M"},
      Row{Kind::timed_out, "u....IM"},   Row{Kind::denied, "c..NG.."},
      Row{Kind::missing, "a..NG.."},     Row{Kind::throttled, "u..N..M"},
      Row{Kind::refused, "c...G.."},     Row{Kind::broken, "x....IM"},
      Row{Kind::malformed, "x...G.M"},   Row{Kind::too_large, "x...G.."},
      Row{Kind::disk_full, "sS....."},   Row{Kind::read_only, "sS....."},
      Row{Kind::locked, "cS....M"},      Row{Kind::corrupt, "sSP...."},
      Row{Kind::outdated, "sSP...."},    Row{Kind::cancelled, "i......"},
  };
  for (auto const& row : rows) {
    CAPTURE(static_cast<int>(row.kind));
    CHECK(facts_of(row.kind) == row.facts);
  }
  CHECK(rows.size() == static_cast<std::size_t>(Kind::cancelled) + 1);
}

}  // namespace
}  // namespace sievarr

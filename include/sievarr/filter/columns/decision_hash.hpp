#pragma once

#include <sievarr/base/sha256.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/filter/columns/decisions.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::filter {

/// What stands behind the id of a show in the hash. Routes stand there as what they say, not as
/// their place in a plan; a show that is not wanted goes nowhere.
class HashedWords {
 public:
  explicit HashedWords(Plan const& plan) {
    reflect::for_each_enumerator<Verdict>([&](Verdict verdict, std::string_view name) {
      auto& lines = lines_[static_cast<std::size_t>(verdict)];
      for (auto const& route : plan.routes) {
        lines.push_back(" " + std::string{name});
        if (verdict != Verdict::filtered) lines.back() += " " + derive::digest(route);
        lines.back() += '\n';
      }
    });
  }

  std::string const& of(Decision const& decision) const {
    return lines_[static_cast<std::size_t>(decision.verdict)][decision.route];
  }

 private:
  std::array<std::vector<std::string>, verdict_count> lines_;
};

/// A hash over id, verdict and route of every show that is not gone, in the order of the ids: 64
/// hex digits that are equal for equal answers, wherever they were worked out.
inline std::string decision_hash(Plan const& plan, Table const& table, Decisions const& decisions) {
  constexpr std::size_t piece = 16'384;
  HashedWords const words(plan);
  Sha256 sha;
  std::string text;
  for (auto const row : table.by_id()) {
    if (table.gone()[row] != 0) continue;
    text += to_text(table.ids()[row]);
    text += words.of(decisions.at(row));
    if (text.size() < piece) continue;
    sha.update(text);
    text.clear();
  }
  sha.update(text);
  return sha.finish_hex();
}

}  // namespace sievarr::filter

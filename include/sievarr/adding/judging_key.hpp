#pragma once

#include <sievarr/base/sha256.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <string>

namespace sievarr::adding {

/// Raised when the same filter comes to mean something else.
inline constexpr std::string_view semantics = "1";

/// All that the verdicts on a catalogue depend on, as a hash. While it stays, nothing needs to be
/// judged again.
inline std::string judging_key(filter::Plan const& plan) {
  auto text = std::string{semantics} + "\n" + plan.filter_hash + "\n";
  for (auto const& route : plan.routes) text += derive::digest(route) + "\n";
  if (plan.relative) text += to_text(plan.today);
  return sha256_hex(text).substr(0, 16);
}

}  // namespace sievarr::adding

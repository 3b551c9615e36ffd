#pragma once

#include <sievarr/config/plan.hpp>
#include <sievarr/document/utf16.hpp>
#include <sievarr/filter/columns/judge_all.hpp>

#include <string>

namespace sievarr::wasm {

/// A text without errors in its filter, and what it makes of the shows.
struct JudgedText {
  std::string text;
  document::Utf16 units;
  config::Prepared prepared;
  filter::Judged judged;

  filter::Plan const& plan() const { return prepared.plan; }
};

}  // namespace sievarr::wasm

#pragma once

#include "filter_calls.hpp"
#include "show_calls.hpp"
#include "text_calls.hpp"

#include <tuple>

namespace sievarr::wasm {

/// All that the engine can be asked.
constexpr auto engine_calls() {
  return std::tuple_cat(show_calls(), column_calls(), filter_calls(), text_calls());
}

}  // namespace sievarr::wasm

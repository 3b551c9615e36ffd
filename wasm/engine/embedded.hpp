#pragma once

#include <string_view>

/// What is derived from the descriptions, taken from docs/reference: deriving it again would need
/// five times the room of the texts themselves.
namespace sievarr::wasm {

/// The JSON Schema of the config.
std::string_view config_schema();

/// The reference of the config, as Markdown.
std::string_view config_reference();

}  // namespace sievarr::wasm

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sievarr::wasm {

/// How the bytes of a reply are to be read. The page knows the numbers.
enum class Form : std::uint32_t { failure, json, numbers_8, numbers_16, numbers_32 };

/// What comes back for a call.
struct Reply {
  Form form = Form::failure;
  std::string bytes;
};

/// What a WebAssembly module does; exports.cpp is how a page reaches it.
class Module {
 public:
  virtual ~Module() = default;

  virtual Reply call(std::string_view name, std::string_view given) = 0;
  /// Takes the next bytes of what is too long for a call.
  virtual void feed(std::string_view bytes) = 0;
};

/// The one of this program.
std::unique_ptr<Module> open_module();

}  // namespace sievarr::wasm

#include <sievarr/reflect/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// A name outside is the name inside without at most one underscore.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const name(reinterpret_cast<char const*>(bytes), size);
  auto const outer = sievarr::reflect::outer_name(name);
  if (!name.starts_with(outer) || name.size() - outer.size() > 1) std::abort();
  return 0;
}

#include <sievarr/document/json.hpp>
#include <sievarr/document/write_json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace sievarr;
using namespace sievarr::document;

/// Skipping and reading agree on what is JSON, and what was read survives being written.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const tree = read_json(text, "");
  auto const is_json =
      std::all_of(tree.problems.begin(), tree.problems.end(),
                  [](Problem const& each) { return each.code == "duplicate-key"; });
  JsonReader reader(text);
  reader.skip_value();
  if (reader.finish() != is_json) std::abort();
  if (!is_json) return 0;
  if (read_json(write_json(tree.value), "").value != tree.value) std::abort();
  if (read_json(write_json_pretty(tree.value), "").value != tree.value) std::abort();
  return 0;
}

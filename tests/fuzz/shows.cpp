#include <sievarr/wire/export.hpp>
#include <sievarr/wire/shows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace sievarr;
using namespace sievarr::wire;

namespace {

struct All {
  std::vector<Show> shows;
  ShowsRead read;
};

All read_all(std::string_view text, std::size_t chunk) {
  All all;
  ShowReader reader("", [&](Show& show) { all.shows.push_back(show); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  all.read = reader.finish();
  return all;
}

}  // namespace

/// Where the chunks are cut changes nothing, and what was read survives the export.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  if (size == 0) return 0;
  std::string_view const text(reinterpret_cast<char const*>(bytes + 1), size - 1);
  auto const whole = read_all(text, text.size());
  auto const parts = read_all(text, bytes[0] % 16U + 1U);
  if (parts.shows != whole.shows || parts.read.problems != whole.read.problems) std::abort();
  if (parts.read.whole != whole.read.whole || parts.read.bad != whole.read.bad) std::abort();
  std::string exported;
  append_export_header(exported);
  for (auto const& show : whole.shows) append_export_line(exported, show);
  if (read_all(exported, 4096).shows != whole.shows) std::abort();
  return 0;
}

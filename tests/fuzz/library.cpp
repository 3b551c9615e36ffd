#include <sievarr/wire/arr/command_spelling.hpp>
#include <sievarr/wire/arr/episode_spelling.hpp>
#include <sievarr/wire/arr/history_spelling.hpp>
#include <sievarr/wire/arr/lists.hpp>
#include <sievarr/wire/arr/movie_spelling.hpp>
#include <sievarr/wire/arr/profile_spelling.hpp>
#include <sievarr/wire/arr/series_spelling.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace sievarr;
using namespace sievarr::wire::arr;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

template <class T>
struct Streamed {
  std::vector<T> items;
  ListRead read;
};

template <class T>
Streamed<T> stream(std::string_view text, Family family, std::size_t chunk) {
  Streamed<T> all;
  ListReader<T> reader(family, [&](T& item) { all.items.push_back(item); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  all.read = reader.finish();
  return all;
}

/// Where the chunks are cut changes nothing, and what is read in chunks is read at once.
template <class T>
void check(std::string_view text, Family family, std::size_t chunk) {
  auto const whole = stream<T>(text, family, text.size());
  auto const parts = stream<T>(text, family, chunk);
  require(parts.items == whole.items && parts.read.remarks == whole.read.remarks);
  require(parts.read.complaint == whole.read.complaint);
  require(whole.read.items == whole.items.size());
  auto const listing = read_listing<T>(text, "list", family);
  if (!whole.read.complaint) require(listing && listing->items == whole.items);
  if (listing && !listing->total) require(!whole.read.complaint);
  static_cast<void>(read_single<T>(text, "item", family));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  if (size == 0) return 0;
  std::string_view const text(reinterpret_cast<char const*>(bytes + 1), size - 1);
  auto const family = (bytes[0] & 16U) != 0 ? Family::movies : Family::series;
  std::size_t const chunk = bytes[0] % 16U + 1U;
  check<media::Series>(text, family, chunk);
  check<media::Episode>(text, family, chunk);
  check<media::File>(text, family, chunk);
  check<media::Movie>(text, family, chunk);
  check<media::QualityProfile>(text, family, chunk);
  check<media::QueueItem>(text, family, chunk);
  check<media::HistoryEvent>(text, family, chunk);
  check<media::Command>(text, family, chunk);
  return 0;
}

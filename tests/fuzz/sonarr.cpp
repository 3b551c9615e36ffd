#include <sievarr/document/json.hpp>
#include <sievarr/wire/arr/complaints.hpp>
#include <sievarr/wire/arr/exclusions.hpp>
#include <sievarr/wire/arr/sonarr_add.hpp>
#include <sievarr/wire/arr/sonarr_series.hpp>
#include <sievarr/wire/arr/status.hpp>
#include <sievarr/wire/arr/stock.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace sievarr;
using namespace sievarr::wire::arr;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

struct All {
  std::vector<Series> series;
  bool whole = false;
};

All read_series(std::string_view text, std::size_t chunk) {
  All all;
  SeriesReader reader([&](Series const& series) { all.series.push_back(series); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  all.whole = !reader.finish();
  return all;
}

/// Whether a text is JSON, however often it has the same key.
bool is_json(std::string_view text) {
  document::JsonReader reader(text);
  reader.skip_value();
  return reader.finish();
}

/// What is sent is JSON, and says about us what we say and nothing else.
void check_body(Found const& found) {
  Placement const placement{.root_folder = "/tv", .quality_profile = 4, .language_profile = 2};
  auto const body = add_body(found, placement);
  require(is_json(body));
  std::size_t ours = 0;
  document::JsonReader reader(body);
  reader.enter_object();
  while (auto const key = reader.next_key()) {
    if (is_ours(*key, placement)) ++ours;
    reader.skip_value();
  }
  require(ours == 8);
  require(body.ends_with(our_members(placement) + "}"));
}

}  // namespace

/// Where the chunks are cut changes nothing, what is passed on stays JSON, and what is shown stays
/// on one line.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  if (size == 0) return 0;
  std::string_view const text(reinterpret_cast<char const*>(bytes + 1), size - 1);
  auto const whole = read_series(text, text.size());
  auto const parts = read_series(text, bytes[0] % 16U + 1U);
  require(parts.whole == whole.whole && parts.series == whole.series);

  static_cast<void>(read_status(text, "status"));
  static_cast<void>(read_root_folders(text, "folders"));
  static_cast<void>(read_all_named(text, "profiles"));
  static_cast<void>(read_tag(text, "tag"));
  static_cast<void>(read_exclusions(text, "exclusions", "tvdbId"));
  static_cast<void>(read_added(text, "added"));
  auto const said = all_said(read_complaints(text));
  require(said.find_first_of("\r\n") == std::string::npos);
  for (std::int64_t const wanted : {0, 1, 334824}) {
    auto const found = read_lookup(text, "lookup", wanted);
    if (found && *found) check_body(**found);
  }
  return 0;
}

#include "demo_config.hpp"

#include <sievarr/base/number.hpp>

#include <string_view>

namespace sievarr::cli {
namespace {

constexpr std::string_view pattern =
    R"yaml(# The config of the demo. Change it and save: it is read again at once, and everything is judged
# by it. What comes first is what you would change; what comes last keeps the demo together.

# Never, whatever else is said.
exclude:
  genres: [Horror, Adult]

# The first selection that takes a show decides about it.
selections:
  - name: acclaimed
    rating: {min: 8.2}
  - name: new and promising
    premiered: {after: 2022}
    rating: {min: 7}
    mode: review                # Waits for you: sievarr review list

# Shows that are added at most, within any six hours.
sync: {max_adds_per_cycle: 8}

# false: series are added. true: the demo only says what it would do.
dry_run: false

storage: {path: "FOLDER/data"}
tvmaze: {base_url: "TVMAZE"}
server: {host: 127.0.0.1, port: PORT, api_key: MINE}
logging: {format: text}
sonarr:
  url: "SONARR"
  api_key: ITS
  root_folder: /tv
  quality_profile: HD-1080p
)yaml";

std::string replaced(std::string text, std::string_view word, std::string const& by) {
  return text.replace(text.find(word), word.size(), by);
}

}  // namespace

std::string demo_config(DemoPlaces const& places) {
  // From the end on, so that no path that is put in can be taken for a word that is looked for.
  auto config = replaced(std::string(pattern), "ITS", places.sonarr_key);
  config = replaced(std::move(config), "SONARR", places.sonarr);
  config = replaced(std::move(config), "MINE", places.key);
  config = replaced(std::move(config), "PORT", to_text(std::int64_t{places.port}));
  config = replaced(std::move(config), "TVMAZE", places.tvmaze);
  return replaced(std::move(config), "FOLDER", places.folder);
}

}  // namespace sievarr::cli

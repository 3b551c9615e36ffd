#include "config_file.hpp"

#include "os/file.hpp"
#include "os/folder.hpp"
#include "os/write_file.hpp"

#include <sievarr/base/instant.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/document/limits.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace sievarr::app {

ConfigFile::ConfigFile(std::string path, std::string versions)
    : path_(std::move(path)), versions_(std::move(versions)) {}

Outcome<std::string> ConfigFile::read() const { return os::read_file(path_, document::most_bytes); }

Outcome<Done> ConfigFile::replace(std::string_view before, std::string_view after,
                                  Instant now) const {
  if (auto const kept = keep_version(before, now); !kept) return kept;
  return os::replace_file(path_, after);
}

/// The name says when it was replaced, so that names in order are versions in order; two of the
/// same second differ by what they say.
Outcome<Done> ConfigFile::keep_version(std::string_view text, Instant now) const {
  if (auto const made = os::make_folder(versions_); !made) return made;
  auto name = to_text(now);
  std::replace(name.begin(), name.end(), ':', '-');
  name += "-" + sha256_hex(text).substr(0, 8) + ".yaml";
  if (auto const kept = os::write_file(versions_ + "/" + name, text); !kept) return kept;
  auto names = os::files_in(versions_);
  std::sort(names.begin(), names.end());
  for (std::size_t at = 0; at + versions_kept < names.size(); ++at)
    os::remove_file(versions_ + "/" + names[at]);
  return Done{};
}

}  // namespace sievarr::app

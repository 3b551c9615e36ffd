#include "place.hpp"

#include "os/folder.hpp"

namespace sievarr::store {

std::string database_in(std::string const& folder) { return folder + "/shows.db"; }

Outcome<os::Lock> take_lock(std::string const& folder, std::string_view holder) {
  auto const made = os::make_folder(folder);
  if (!made) return made.error();
  return os::Lock::take(folder + "/lock", holder);
}

}  // namespace sievarr::store

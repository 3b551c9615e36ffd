#include "state_file.hpp"

#include "os/file.hpp"
#include "os/write_file.hpp"

#include <sievarr/base/text.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>

#include <cstddef>
#include <utility>

namespace sievarr::store {
namespace {

constexpr std::size_t most_bytes = 64 * 1024;

/// What a file says, or why that cannot be read.
Checked<mirror::MirrorProgress> read(std::string const& path) {
  auto const text = os::read_file(path, most_bytes);
  if (!text)
    return Problems{
        {.place = {}, .path = {}, .message = text.error().text, .code = "bad-state", .fix = {}}};
  return checked(derive::from_json<mirror::MirrorProgress>(*text, path));
}

std::string unreadable(std::string const& path, Problems const& problems, std::string next) {
  auto const why = problems.empty() ? std::string() : ": " + problems.front().message;
  return quoted(path) + " cannot be read" + why + "; " + std::move(next);
}

/// Whether a catalogue was fetched once.
bool knows_something(mirror::MirrorProgress const& progress) {
  return progress.last_full_sync || progress.full_sync_since || progress.highest_tvmaze_id > 0;
}

}  // namespace

Outcome<Done> StateFile::save(mirror::MirrorProgress const& progress) const {
  return os::write_file(path_, derive::to_json(progress) + "\n");
}

Outcome<Done> StateFile::keep(mirror::MirrorProgress const& progress) const {
  return os::write_file(path_ + ".bak", derive::to_json(progress) + "\n");
}

Outcome<std::vector<std::string>> StateFile::mend(mirror::MirrorProgress const& truth) const {
  std::vector<std::string> warnings;
  auto const copy = path_ + ".bak";
  bool const lost = !os::exists(path_) && os::exists(copy);
  auto state = os::exists(path_) || lost ? read(path_) : Checked<mirror::MirrorProgress>(truth);
  if (!state) {
    warnings.push_back(lost ? quoted(path_) + " is not there; taken from " + quoted(copy)
                            : unreadable(path_, state.error(), "taken from " + quoted(copy)));
    state = read(copy);
    if (!state) warnings.push_back(unreadable(copy, state.error(), "rebuilt from the database"));
  }
  if (state && knows_something(*state) && !knows_something(truth))
    warnings.push_back(quoted(path_) +
                       " tells of a catalogue that the database does not have; it is fetched anew");
  auto const done = save(truth);
  if (!done) return done.error();
  return warnings;
}

}  // namespace sievarr::store

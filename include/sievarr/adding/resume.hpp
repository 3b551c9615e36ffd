#pragma once

#include <sievarr/adding/intent.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::adding {

/// What an instance has: the number of each series there, by its number at TheTVDB.
using Library = std::map<std::int64_t, std::int64_t>;

/// The libraries of those instances that could be asked after the crash, by name.
using Libraries = std::map<std::string, Library>;

/// The series is there: the intent is over, and nothing is sent.
struct Conclude {
  AddResult ending;
  bool operator==(Conclude const&) const = default;
};

/// The series is surely not there: it may be sent again.
struct SendAgain {
  Intent intent;
  bool operator==(SendAgain const&) const = default;
};

/// Nobody knows yet: nothing is sent.
struct Wait {
  Intent intent;
  bool operator==(Wait const&) const = default;
};

/// What it means that a series was there when it was sent: it is ours where an earlier attempt had
/// no answer, for it was not there before that.
constexpr AddOutcome fate_if_there(Intent const& intent) {
  return intent.attempts > 1 ? AddOutcome::added : AddOutcome::exists;
}

using Resumption = std::variant<Conclude, SendAgain, Wait>;

/// What to do about intents that a crash left open, given what the instances have now. A series
/// that is found was ours: it was not there when the intent was written. Of several intents for
/// one series one is sent at most.
inline std::vector<Resumption> resume(std::vector<Intent> const& open, Libraries const& libraries,
                                      Instant now) {
  std::vector<Resumption> resumed;
  std::set<std::pair<std::string, std::int64_t>> sent;
  for (auto const& intent : open) {
    auto const library = libraries.find(intent.instance);
    if (library == libraries.end()) {
      resumed.push_back(Wait{intent});
    } else if (auto const found = library->second.find(intent.tvdb_id);
               found != library->second.end()) {
      resumed.push_back(Conclude{{.intent = intent.id,
                                  .fate = AddOutcome::added,
                                  .series_id = found->second,
                                  .words = "found there after an interruption",
                                  .at = now}});
    } else if (sent.insert({intent.instance, intent.tvdb_id}).second) {
      resumed.push_back(SendAgain{intent});
    } else {
      resumed.push_back(Wait{intent});
    }
  }
  return resumed;
}

}  // namespace sievarr::adding

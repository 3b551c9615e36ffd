#pragma once

#include <sievarr/adding/proposal.hpp>
#include <sievarr/adding/resume.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/sha256.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/filter/plan/plan.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// Verdicts, what is there, and what may be spent, to what is done now.
namespace sievarr::adding {

/// A show that is wanted, or would be if a person or an id came.
struct Candidate {
  ShowState row;
  std::string title;
  std::optional<std::int64_t> tvdb_id = {};
  std::int32_t popularity = 0;
  bool always = false;
  target::Target route = {};
};

/// What an instance answered before anything was decided.
struct InstanceSnapshot {
  enum class State : std::uint8_t { ready, down, refused, disabled };

  State state = State::ready;
  std::string words = {};  ///< Why it is not ready.
  Library library = {};
  std::set<std::int64_t> excluded = {};
  std::map<std::string, std::string> no_folder = {};  ///< By root folder, why it is out of reach.
  std::map<std::string, std::string> no_space = {};   ///< By root folder, why nothing fits.
  bool dry_run = false;
};

/// What may be done now.
struct Allowance {
  std::size_t adds = 0;
  std::string used_up = {};              ///< Why there are no more, in a sentence.
  std::optional<std::string> held = {};  ///< Why everything waits for a person.
};

/// Where a show goes. What a person approved goes where the selection wanted it that asked, though
/// the filter may have turned against it since.
inline target::Target destination(filter::Plan const& plan, filter::Decision const& decision,
                                  ShowState const& row) {
  if (decision.verdict == filter::Verdict::filtered)
    for (auto const& compiled : plan.selections)
      if (compiled.name == row.selection) return plan.routes[compiled.route];
  return plan.routes[decision.route];
}

/// Works a proposal out, show by show.
class Proposer {
 public:
  Proposer(std::map<std::string, InstanceSnapshot> const& instances, Allowance allowance)
      : instances_(instances), allowance_(std::move(allowance)) {}

  Proposal propose(std::vector<Candidate> candidates) {
    std::sort(candidates.begin(), candidates.end(), [](auto const& a, auto const& b) {
      return std::tuple{!a.always, -a.popularity, a.row.show_id} <
             std::tuple{!b.always, -b.popularity, b.row.show_id};
    });
    for (auto const& candidate : candidates) note_twin(candidate);
    for (auto const& candidate : candidates) take(candidate);
    proposal_.hash = hash_of(proposal_.adds);
    return std::move(proposal_);
  }

  static std::string hash_of(std::vector<Add> const& adds) {
    std::vector<std::string> lines;
    for (auto const& add : adds)
      lines.push_back(add.route.instance + " " + to_text(add.show_id) + " " + to_text(add.tvdb_id) +
                      " " + derive::digest(add.route) + "\n");
    std::sort(lines.begin(), lines.end());
    Sha256 sha;
    for (auto const& line : lines) sha.update(line);
    return sha.finish_hex();
  }

 private:
  void note_twin(Candidate const& candidate) {
    if (candidate.row.status != Status::pending || !candidate.tvdb_id) return;
    auto const [first, is_new] = acting_.emplace(*candidate.tvdb_id, candidate.row.show_id);
    if (!is_new) first->second = std::min(first->second, candidate.row.show_id);
  }

  void take(Candidate const& candidate) {
    auto const& row = candidate.row;
    if (row.status == Status::review) return wait(candidate, Cause::review, "a person decides");
    if (row.status == Status::pending_tvdb || !candidate.tvdb_id) return wait_for_id(candidate);
    if (candidate.route.instance.empty())
      return wait(candidate, Cause::no_instance, "no Sonarr is configured");
    auto const found = instances_.find(candidate.route.instance);
    if (found == instances_.end()) return wait(candidate, Cause::instance_down, "it was not asked");
    auto const& snapshot = found->second;
    if (snapshot.state == InstanceSnapshot::State::down)
      return wait(candidate, Cause::instance_down, snapshot.words);
    if (snapshot.state == InstanceSnapshot::State::refused)
      return wait(candidate, Cause::instance_refused, snapshot.words);
    if (snapshot.state == InstanceSnapshot::State::disabled)
      return wait(candidate, Cause::disabled, snapshot.words);
    if (!is_settled(candidate, snapshot)) spend(candidate, snapshot);
  }

  void wait_for_id(Candidate const& candidate) {
    auto const& row = candidate.row;
    auto const until = row.retry_at ? "; next look " + to_text(*row.retry_at) : "";
    if (row.abandoned)
      return wait(candidate, Cause::abandoned, "nobody knew it for too long; an id wakes it");
    if (candidate.tvdb_id)
      return wait(candidate, Cause::unknown_there, "its instance cannot find it" + until);
    wait(candidate, Cause::no_tvdb, "TVMaze knows no number at TheTVDB" + until);
  }

  /// Whether nothing needs to be sent: it is there, a twin acts, or its instance excludes it.
  bool is_settled(Candidate const& candidate, InstanceSnapshot const& snapshot) {
    Finding finding{.show_id = candidate.row.show_id,
                    .title = candidate.title,
                    .instance = candidate.route.instance};
    auto const acting = acting_.at(*candidate.tvdb_id);
    auto const series = snapshot.library.find(*candidate.tvdb_id);
    if (series != snapshot.library.end()) finding.series_id = series->second;
    if (acting != finding.show_id) finding.twin = acting;
    if (!finding.series_id && !finding.twin) {
      if (snapshot.excluded.count(*candidate.tvdb_id) == 0) return false;
      finding.status = Status::skipped;
    }
    proposal_.findings.push_back(std::move(finding));
    return true;
  }

  void spend(Candidate const& candidate, InstanceSnapshot const& snapshot) {
    if (snapshot.dry_run)
      return wait(candidate, Cause::dry_run, "nothing is sent to this instance (dry_run)");
    if (allowance_.held) return wait(candidate, Cause::held, *allowance_.held);
    auto const lost = snapshot.no_folder.find(candidate.route.root_folder.canonical());
    if (lost != snapshot.no_folder.end()) return wait(candidate, Cause::no_folder, lost->second);
    auto const full = snapshot.no_space.find(candidate.route.root_folder.canonical());
    if (full != snapshot.no_space.end()) return wait(candidate, Cause::free_space, full->second);
    if (proposal_.adds.size() >= allowance_.adds)
      return wait(candidate, Cause::cap, allowance_.used_up);
    proposal_.adds.push_back({.show_id = candidate.row.show_id,
                              .tvdb_id = *candidate.tvdb_id,
                              .title = candidate.title,
                              .selection = candidate.row.selection,
                              .route = candidate.route});
  }

  void wait(Candidate const& candidate, Cause cause, std::string words) {
    Waiting waiting{.show_id = candidate.row.show_id,
                    .title = candidate.title,
                    .selection = candidate.row.selection,
                    .cause = cause,
                    .words = std::move(words)};
    if (!candidate.route.instance.empty()) waiting.instance = candidate.route.instance;
    proposal_.waiting.push_back(std::move(waiting));
  }

  std::map<std::string, InstanceSnapshot> const& instances_;
  Allowance allowance_;
  std::map<std::int64_t, std::int64_t> acting_;  // By number at TheTVDB, the show that acts.
  Proposal proposal_;
};

/// What the next cycle does: of the shows that are wanted, those that are sent now, those that
/// wait, each with its cause, and those that turn out to need nothing. Always first, then the most
/// popular, then the lowest id.
inline Proposal propose(std::vector<Candidate> candidates,
                        std::map<std::string, InstanceSnapshot> const& instances,
                        Allowance allowance) {
  return Proposer(instances, std::move(allowance)).propose(std::move(candidates));
}

}  // namespace sievarr::adding

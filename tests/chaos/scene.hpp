#pragma once

#include "../tool/support/folder.hpp"
#include "../tool/support/process.hpp"
#include "os/clock.hpp"
#include "passages.hpp"
#include "sim/sim.hpp"

#include <sievarr/adding/intent.hpp>
#include <sievarr/adding/show_state.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace sievarr::chaos {

/// Where the program is to die: at the n-th passage of a seam, or of all of them; never at 0.
struct Death {
  int passage = 0;
  std::optional<Seam> seam = {};
};

/// What has become of everything in the end, whoever was killed meanwhile.
struct AddResult {
  using Of = std::tuple<adding::Status, std::string, std::optional<adding::Override>>;

  std::map<std::int64_t, Of> shows = {};  ///< Status, instance, and what a person said.
  std::vector<std::set<std::int64_t>> libraries = {};  ///< Of each Sonarr, by number at TheTVDB.
  std::map<std::int64_t, std::vector<adding::AddOutcome>> journal = {};  ///< By number at TheTVDB.

  std::size_t count(adding::Status status) const;
  bool operator==(AddResult const&) const = default;
};

/// The real program in front of a simulated TVMaze and simulated Sonarrs, main and slow, in a
/// folder of its own. The servers outlive it; they are the ones who know what was done twice.
class Scene {
 public:
  static constexpr auto server_key = "server-secret-77aa01-long-enough";

  /// Rules that want some of the shows in each of both.
  static constexpr auto two_routes = R"(
selections:
  - {name: best, rating: {min: 7.4}, sonarr: {instance: slow}}
  - {name: good, rating: {min: 6.6}, sonarr: {instance: main}}
)";

  explicit Scene(std::string const& rules, std::size_t shows = 60, std::size_t sonarrs = 2);
  ~Scene();
  Scene(Scene const&) = delete;
  Scene& operator=(Scene const&) = delete;

  /// Writes the config: what servers and storage there are, and these rules.
  void write(std::string const& rules) const;

  /// Begins a life of the program, which ends where it is told to.
  std::unique_ptr<test::Process> begin(std::vector<std::string> arguments, Death death = {});

  /// A whole life: the exit code, or minus the signal.
  int live(std::vector<std::string> arguments, Death death = {});

  /// Syncs until one ends well and leaves nothing open; whether that came.
  bool finish();

  /// How often the last life came by, anywhere or at a seam, and where it was killed.
  int passages(std::optional<Seam> seam = {}) const;
  std::string died_at() const;
  bool died() const;

  AddResult ending() const;
  std::size_t open_intents() const;
  std::size_t posts_heard() const;

  /// Sees that all is as it must be in the end, whatever happened.
  void check() const;

  /// Sees, just after a kill, that all that a Sonarr was sent had been promised before.
  void check_promises() const;

  sim::Sim& sim() { return sim_; }
  std::string const& port() const { return port_; }
  std::string file(std::string_view name) const { return folder_.file(name); }
  std::string config_file() const { return folder_.file("config.yaml"); }

 private:
  void check_posts(std::size_t sonarr) const;
  void check_journal() const;
  void check_mirror() const;
  void check_cycles() const;
  void check_activity() const;
  void check_files() const;
  std::string storage() const { return folder_.file("data"); }
  std::string database() const { return storage() + "/shows.db"; }

  test::Folder folder_{test::Folder::On::memory};
  os::SystemClock clock_;
  mutable sim::Sim sim_;
  Passages* passages_;
  std::string port_;
};

/// So many passages, the same distance apart, from the first to the last one.
std::vector<int> spread(int passages, int wanted);

}  // namespace sievarr::chaos

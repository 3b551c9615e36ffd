#pragma once

#include "app/activity/event.hpp"
#include "cli/options/console.hpp"
#include "os/clock.hpp"

#include <chrono>
#include <mutex>
#include <set>
#include <string>

namespace sievarr::cli {

/// Tells a person what a cycle is doing: a line that is written over on a terminal, now and then a
/// line of its own elsewhere.
class ProgressLine final : public app::Observer {
 public:
  ProgressLine(Console& console, os::Clock& clock);
  ~ProgressLine() override;

  void hear(app::Event const& event) override;

  /// Whether an instance could not be used; why has been said.
  bool has_troubles() const { return has_troubles_; }

 private:
  template <class Other>
  void tell(Other const&) {}  ///< What is of no interest in the foreground.
  void tell(app::PageSettled const& page);
  void tell(app::ShowsSettled const& shows);
  void tell(app::JudgedAgain const& judged);
  void tell(app::AddEnded const& add);
  void tell(app::Trouble const& trouble);
  void tell(app::InstanceSeen const& seen);
  void hint(std::string const& text);
  void line(std::string const& text);
  void passing(std::string const& text, std::size_t done, std::size_t all);
  std::string time_left(std::size_t done, std::size_t all);
  void wipe();

  Console& console_;
  os::Clock& clock_;
  std::mutex mutex_;
  Instant began_;
  Instant said_;
  std::size_t begun_at_ = 0;
  std::size_t shows_ = 0;
  std::set<std::string> hints_;  ///< That were said.
  bool has_troubles_ = false;
  bool open_ = false;  ///< A line stands there that is to be written over.
};

}  // namespace sievarr::cli

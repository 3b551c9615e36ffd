#pragma once

#include "cli/console.hpp"
#include "os/clock.hpp"
#include "work/event.hpp"

#include <chrono>
#include <mutex>
#include <set>
#include <string>

namespace sievarr::cli {

/// Tells a person what a cycle is doing: a line that is written over on a terminal, now and then a
/// line of its own elsewhere.
class Progress final : public work::Observer {
 public:
  Progress(Console& console, os::Clock& clock);
  ~Progress() override;

  void hear(work::Event const& event) override;

  /// Whether an instance could not be used; why has been said.
  bool has_troubles() const { return has_troubles_; }

 private:
  template <class Other>
  void tell(Other const&) {}  ///< What is of no interest in the foreground.
  void tell(work::PageSettled const& page);
  void tell(work::ShowsSettled const& shows);
  void tell(work::JudgedAgain const& judged);
  void tell(work::AddEnded const& add);
  void tell(work::Trouble const& trouble);
  void tell(work::InstanceSeen const& seen);
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

#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace sievarr::test {

/// A program that a test started, and that does not outlive it. What it prints can be read.
class Process {
 public:
  explicit Process(std::vector<std::string> const& arguments);
  ~Process();
  Process(Process const&) = delete;
  Process& operator=(Process const&) = delete;

  pid_t id() const { return id_; }

  /// Reads until there is a whole line that begins so; what follows the beginning, empty at the
  /// end.
  std::string read_line(std::string const& beginning);

  /// Waits for the end: the exit code, or minus the signal.
  int wait();
  void kill();

 private:
  pid_t id_ = -1;
  int out_ = -1;
};

}  // namespace sievarr::test

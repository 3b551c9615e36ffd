#pragma once

#include <string>
#include <string_view>

namespace sievarr::test {

/// A folder of its own for one document, with the program in reach; it goes when this goes.
class Workshop {
 public:
  Workshop();
  ~Workshop();
  Workshop(Workshop const&) = delete;
  Workshop& operator=(Workshop const&) = delete;

  void write(std::string const& name, std::string_view text) const;
  bool has(std::string const& name) const;

  /// Runs a line of shell there. What comes back is what a person sees, with the exit code below
  /// where it is not 0.
  std::string run(std::string const& line) const;

 private:
  std::string folder_;
};

/// A document with blocks of code, run from top to bottom: "```yaml NAME" and its like write a
/// file,
/// "```console" has commands behind "$ " and below each what it prints. What comes back is the
/// document with what the commands print now. A block that names a file below `data` which is not
/// there is left as it is.
std::string replayed(std::string_view document, Workshop const& workshop);

}  // namespace sievarr::test

#pragma once

#include <memory>

namespace sievarr::os {

/// While it lives, nobody sees on the terminal what is typed, if what comes in is typed at all.
class QuietInput {
 public:
  QuietInput();
  ~QuietInput();
  QuietInput(QuietInput const&) = delete;
  QuietInput& operator=(QuietInput const&) = delete;

 private:
  struct Before;
  std::unique_ptr<Before> before_;
};

}  // namespace sievarr::os

#include "quiet_input.hpp"

#include <termios.h>
#include <unistd.h>

namespace sievarr::os {

/// How the terminal was set.
struct QuietInput::Before {
  termios settings = {};
};

QuietInput::QuietInput() {
  auto before = std::make_unique<Before>();
  if (::tcgetattr(STDIN_FILENO, &before->settings) != 0) return;
  auto quiet = before->settings;
  quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  if (::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0) before_ = std::move(before);
}

QuietInput::~QuietInput() {
  if (before_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_->settings);
}

}  // namespace sievarr::os

#include "paint.hpp"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <utility>

namespace sievarr::os {
namespace {

std::string_view code_of(Colour colour) {
  switch (colour) {
    case Colour::bold: return "1";
    case Colour::faint: return "2";
    case Colour::red: return "31";
    case Colour::green: return "32";
    case Colour::yellow: return "33";
    case Colour::blue: return "34";
    case Colour::violet: return "35";
    case Colour::teal: return "36";
  }
  return "0";
}

}  // namespace

std::string Paint::operator()(Colour colour, std::string_view text) const {
  if (mode_ == Mode::plain || text.empty()) return std::string{text};
  std::string painted = "\x1b[";
  return painted.append(code_of(colour)).append("m").append(text).append("\x1b[0m");
}

bool is_terminal(Stream stream, Environment const& environment) {
  int const descriptor = stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO;
  return filled(environment, "TERM").value_or("dumb") != "dumb" && ::isatty(descriptor) == 1;
}

std::optional<std::size_t> width_of(Stream stream, Environment const& environment) {
  if (!is_terminal(stream, environment)) return std::nullopt;
  winsize size = {};
  int const descriptor = stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO;
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

Paint paint_for(Stream stream, Environment const& environment) {
  bool const plain = filled(environment, "NO_COLOR") || !is_terminal(stream, environment);
  return Paint{plain ? Paint::Mode::plain : Paint::Mode::coloured};
}

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

#pragma once

#include "os/paint.hpp"

#include <sievarr/reflect/label.hpp>

namespace sievarr::cli {

/// The colour in which a terminal shows what a word is about; the page has the same.
constexpr os::Colour colour_for(reflect::Tone tone) {
  switch (tone) {
    case reflect::Tone::enters: return os::Colour::teal;
    case reflect::Tone::person: return os::Colour::yellow;
    case reflect::Tone::broken: return os::Colour::red;
    case reflect::Tone::done: return os::Colour::green;
    case reflect::Tone::waiting: return os::Colour::violet;
    case reflect::Tone::filtered: return os::Colour::faint;
  }
  return os::Colour::faint;
}

}  // namespace sievarr::cli

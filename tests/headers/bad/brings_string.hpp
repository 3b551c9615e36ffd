#pragma once

#include <string>

/// Stands before the one that needs a string, and must not help it.
struct BringsString {
  std::string text;
};

#pragma once

/// Uses a type whose header it does not include.
struct NeedsString {
  std::string text;
};

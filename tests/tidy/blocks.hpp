#pragma once

#include "source.hpp"

namespace sievarr::tidy {

/// What a pair of braces stands for, as far as its own text tells.
enum class Scope { outside, type, function, inside };

/// A declaration or definition: what stands before its brace or semicolon.
struct Statement {
  Scope scope = Scope::outside;  ///< Where it stands.
  Scope opens = Scope::inside;   ///< What its braces hold, if it has any.
  std::string text;
  std::size_t first = 0;
  std::size_t last = 0;  ///< The line of its semicolon or closing brace.
};

/// The statements outside of functions, and those in functions that begin with static. The code is
/// not parsed, only its braces, semicolons and a few words.
std::vector<Statement> statements_of(Source const& source);

}  // namespace sievarr::tidy

#pragma once

#include "descriptor.hpp"

#include <sievarr/base/failure.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sievarr::os {

/// Keeps a second program away for as long as this one lives, however it ends.
class Lock {
 public:
  /// Takes the lock and writes down who has it. Where somebody else has it, the failure names them.
  static Outcome<Lock> take(std::string const& path, std::string_view holder);

 private:
  explicit Lock(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

}  // namespace sievarr::os

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sievarr::os {

/// A text as gzip packs it, quickly rather than well.
std::string gzip(std::string_view text);

/// Unpacks gzip as it comes in, and knows whether all of it came unharmed.
class Gunzip {
 public:
  enum class State : std::uint8_t { more, whole, bad };

  /// Takes a piece of what was packed; false where it wants no more.
  using Take = std::function<bool(std::string_view)>;

  explicit Gunzip(Take take);
  ~Gunzip();

  /// Takes a piece of the packed bytes. Behind a whole one another may follow, as gzip allows.
  State feed(std::string_view packed);
  State state() const { return state_; }

 private:
  struct Stream;

  bool unpack_some();

  Take take_;
  std::unique_ptr<Stream> stream_;
  State state_ = State::more;
};

/// All of a text that was packed when this program was built.
std::string unpacked(std::string_view packed);

}  // namespace sievarr::os

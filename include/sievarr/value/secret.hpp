#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/reflect/shape.hpp>
#include <sievarr/value/mask.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::value {

/// A text that must not leak: a key or a password. It has no text() and cannot be printed, nor
/// compared with ==; reveal() is the only way out, easy to search for. What it held is overwritten
/// when it goes, as far as a program can promise: not the copies that the system or the reader of
/// a document made.
class Secret {
 public:
  static constexpr reflect::Shape shape{.expected = "a secret", .secret = true};

  Secret() = default;
  explicit Secret(std::string text) : text_(std::move(text)) {}
  Secret(Secret const&) = default;
  Secret(Secret&& other) noexcept : text_(std::move(other.text_)) { wipe(other.text_); }
  Secret& operator=(Secret other) noexcept {
    text_.swap(other.text_);
    return *this;
  }
  ~Secret() { wipe(text_); }

  /// Reads any text that fits on one line, which is all that a header could carry; but not what
  /// another program showed in the place of a secret.
  static Result<Secret, Misfit> read(std::string_view text) {
    text = trimmed(text);
    for (char const letter : text)
      if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F)
        return Misfit{"bad-type", "expected a secret on one line, without control characters"};
    if (is_mask(text)) return Misfit{"masked-secret", "is a mask, not a secret"};
    return Secret{std::string{text}};
  }

  std::string const& reveal() const { return text_; }
  bool empty() const { return text_.empty(); }

  /// Whether it can let somebody in: what is empty or a mask is known to everybody.
  bool opens() const { return !empty() && !is_mask(text_); }

  /// Takes as long for a near guess as for a wild one; only the length shows.
  bool same_as(Secret const& other) const {
    if (text_.size() != other.text_.size()) return false;
    unsigned difference = 0;
    for (std::size_t at = 0; at < text_.size(); ++at)
      difference |= static_cast<unsigned char>(text_[at] ^ other.text_[at]);
    return difference == 0;
  }

  bool operator==(Secret const&) const = delete;
  template <class Stream>
  friend Stream& operator<<(Stream&, Secret const&) = delete;

 private:
  /// Through a volatile pointer, so that the compiler does not find the writes useless.
  static void wipe(std::string& text) {
    text.resize(text.capacity());
    char volatile* const letters = text.data();
    for (std::size_t at = 0; at < text.size(); ++at) letters[at] = 0;
    text.clear();
  }

  std::string text_;
};

}  // namespace sievarr::value

#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sievarr {

/// The hash of FIPS 180-4, fed piece by piece.
class Sha256 {
 public:
  void update(std::string_view text) {
    size_ += text.size();
    while (!text.empty()) {
      auto const piece = text.substr(0, block_.size() - filled_);
      std::copy(piece.begin(), piece.end(), block_.begin() + static_cast<std::ptrdiff_t>(filled_));
      filled_ += piece.size();
      text.remove_prefix(piece.size());
      if (filled_ == block_.size()) mix();
    }
  }

  /// The hash of all that came; nothing may follow.
  std::array<std::uint8_t, 32> finish() {
    auto const bits = std::uint64_t{size_} * 8;
    update(std::string_view{"\x80", 1});
    while (filled_ != block_.size() - 8) update(std::string_view{"\0", 1});
    for (int shift = 56; shift >= 0; shift -= 8) {
      auto const byte = static_cast<char>(bits >> shift);
      update({&byte, 1});
    }
    std::array<std::uint8_t, 32> hash{};
    for (std::size_t at = 0; at < hash.size(); ++at)
      hash[at] = static_cast<std::uint8_t>(state_[at / 4] >> (24 - 8 * (at % 4)));
    return hash;
  }

  /// The same in 64 lower-case hexadecimal digits.
  std::string finish_hex() {
    std::string hex;
    for (auto const byte : finish()) {
      hex += "0123456789abcdef"[byte >> 4];
      hex += "0123456789abcdef"[byte & 0xF];
    }
    return hex;
  }

 private:
  using Word = std::uint32_t;

  static constexpr std::array<Word, 64> rounds_{
      0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
      0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
      0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
      0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
      0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
      0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
      0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
      0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
      0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
      0xc67178f2};

  std::array<Word, 64> schedule() const {
    std::array<Word, 64> words{};
    for (std::size_t at = 0; at < block_.size(); ++at)
      words[at / 4] = (words[at / 4] << 8) | static_cast<unsigned char>(block_[at]);
    for (std::size_t at = 16; at < words.size(); ++at) {
      auto const a = words[at - 15];
      auto const b = words[at - 2];
      words[at] = words[at - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3)) + words[at - 7] +
                  (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10));
    }
    return words;
  }

  void mix() {
    auto const words = schedule();
    auto [a, b, c, d, e, f, g, h] = state_;
    for (std::size_t at = 0; at < words.size(); ++at) {
      auto const one = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                       ((e & f) ^ (~e & g)) + rounds_[at] + words[at];
      auto const two =
          (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + one;
      d = c;
      c = b;
      b = a;
      a = one + two;
    }
    std::array<Word, 8> const added{a, b, c, d, e, f, g, h};
    for (std::size_t at = 0; at < added.size(); ++at) state_[at] += added[at];
    filled_ = 0;
  }

  std::array<Word, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<char, 64> block_{};
  std::size_t filled_ = 0;
  std::uint64_t size_ = 0;
};

/// The hash of a text, in 64 lower-case hexadecimal digits.
inline std::string sha256_hex(std::string_view text) {
  Sha256 sha;
  sha.update(text);
  return sha.finish_hex();
}

}  // namespace sievarr

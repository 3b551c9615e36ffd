#include "gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace sievarr::os {

std::string gzip(std::string_view text) {
  z_stream zlib{};
  // 15 bits of window, and 16 for a gzip header; it can only fail for want of memory.
  if (deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string packed;
  std::array<char, 64 << 10> block;
  int state = Z_OK;
  while (state == Z_OK) {
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    auto const piece = text.substr(0, std::min(text.size(), most));
    // zlib reads what it calls next_in and does not write to it.
    zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
    zlib.avail_in = static_cast<uInt>(piece.size());
    zlib.next_out = reinterpret_cast<Bytef*>(block.data());
    zlib.avail_out = static_cast<uInt>(block.size());
    state = deflate(&zlib, piece.size() == text.size() ? Z_FINISH : Z_NO_FLUSH);
    text.remove_prefix(piece.size() - zlib.avail_in);
    packed.append(block.data(), block.size() - zlib.avail_out);
  }
  deflateEnd(&zlib);
  return packed;
}

}  // namespace sievarr::os

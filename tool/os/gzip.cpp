#include "gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

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

struct Gunzip::Stream {
  z_stream zlib{};
  bool ready = false;

  // 15 bits of window, and 16 for gzip and nothing else.
  Stream() { ready = inflateInit2(&zlib, 15 + 16) == Z_OK; }
  ~Stream() {
    if (ready) inflateEnd(&zlib);
  }
  Stream(Stream const&) = delete;
  Stream& operator=(Stream const&) = delete;
};

Gunzip::Gunzip(Take take) : take_(std::move(take)), stream_(std::make_unique<Stream>()) {
  if (!stream_->ready) state_ = State::bad;
}

Gunzip::~Gunzip() = default;

/// One step; false when there is nothing left to do.
bool Gunzip::unpack_some() {
  std::array<char, 32 << 10> block;
  auto& zlib = stream_->zlib;
  if (state_ == State::whole) {
    if (zlib.avail_in == 0) return false;
    inflateReset(&zlib);
    state_ = State::more;
  }
  zlib.next_out = reinterpret_cast<Bytef*>(block.data());
  zlib.avail_out = static_cast<uInt>(block.size());
  auto const code = inflate(&zlib, Z_NO_FLUSH);
  auto const size = block.size() - zlib.avail_out;
  if (code == Z_STREAM_END) state_ = State::whole;
  if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) state_ = State::bad;
  if (size > 0 && !take_({block.data(), size})) state_ = State::bad;
  if (state_ == State::bad) return false;
  return zlib.avail_in > 0 || zlib.avail_out == 0;
}

Gunzip::State Gunzip::feed(std::string_view packed) {
  while (!packed.empty() && state_ != State::bad) {
    auto const size = std::min<std::size_t>(packed.size(), std::numeric_limits<uInt>::max());
    stream_->zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_->zlib.avail_in = static_cast<uInt>(size);
    while (unpack_some()) {
    }
    packed.remove_prefix(size);
  }
  return state_;
}

std::string unpacked(std::string_view packed) {
  std::string text;
  Gunzip gunzip([&](std::string_view piece) {
    text += piece;
    return true;
  });
  gunzip.feed(packed);
  return text;
}

}  // namespace sievarr::os

#include "pieces.hpp"

#include "descriptor.hpp"
#include "file.hpp"
#include "gzip.hpp"

#include <sievarr/base/text.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <istream>
#include <optional>
#include <utility>
#include <vector>

namespace sievarr::os {
namespace {

constexpr std::string_view mark = "\x1F\x8B";
constexpr std::size_t piece_bytes = 256 * 1024;

/// Unpacks what gzip packed and passes on everything else.
class Unpacker {
 public:
  Unpacker(std::string name, TakeBytes take) : name_(std::move(name)), take_(std::move(take)) {}

  Outcome<Done> feed(std::string_view bytes) {
    if (gunzip_) return checked(gunzip_->feed(bytes) != Gunzip::State::bad, "gzip did not pack it");
    if (told_) {
      take_(bytes);
      return Done{};
    }
    first_ += bytes;
    if (first_.size() < mark.size()) return Done{};
    told_ = true;
    if (first_.starts_with(mark))
      gunzip_.emplace([this](std::string_view unpacked) {
        take_(unpacked);
        return true;
      });
    return feed(std::exchange(first_, {}));
  }

  Outcome<Done> finish() {
    if (!told_) take_(first_);
    bool const whole = !gunzip_ || gunzip_->state() == Gunzip::State::whole;
    return checked(whole, "it ends too early");
  }

 private:
  Outcome<Done> checked(bool fine, std::string const& why) const {
    if (fine) return Done{};
    return Failure{.kind = Failure::Kind::malformed,
                   .text = "cannot unpack " + quoted(name_) + ": " + why,
                   .hint = "fetch or export it again"};
  }

  std::string name_;
  TakeBytes take_;
  std::string first_;  // Too few bytes to tell what this is.
  bool told_ = false;
  std::optional<Gunzip> gunzip_;
};

}  // namespace

Outcome<Done> read_pieces(std::string const& path, TakeBytes take) {
  Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return unread(path, errno);
  Unpacker unpacker(path, std::move(take));
  std::vector<char> piece(piece_bytes);
  for (;;) {
    auto const count = ::read(file.number(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unread(path, errno);
    if (count == 0) return unpacker.finish();
    auto fed = unpacker.feed({piece.data(), static_cast<std::size_t>(count)});
    if (!fed) return fed;
  }
}

Outcome<Done> read_pieces(std::istream& stream, std::string const& name, TakeBytes take) {
  Unpacker unpacker(name, std::move(take));
  std::vector<char> piece(piece_bytes);
  while (stream) {
    stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    auto fed = unpacker.feed({piece.data(), static_cast<std::size_t>(stream.gcount())});
    if (!fed) return fed;
  }
  if (stream.bad())
    return Failure{.kind = Failure::Kind::broken, .text = "cannot read " + quoted(name)};
  return unpacker.finish();
}

}  // namespace sievarr::os

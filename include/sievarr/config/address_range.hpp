#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>
#include <sievarr/value/host.hpp>

#include <string>
#include <string_view>

namespace sievarr::config {

/// An IP address, or all addresses that share its first bits: 10.0.0.0/8.
class AddressRange {
 public:
  static constexpr reflect::Shape shape{
      .expected = "an IP address, or a range such as 172.16.0.0/12", .example = "172.16.0.0/12"};

  static Result<AddressRange, Misfit> read(std::string_view written) {
    auto const text = trimmed(written);
    auto const slash = text.find('/');
    AddressRange range;
    range.address_ = text.substr(0, slash);
    bool const ipv4 = value::is_ipv4(range.address_);
    if (!ipv4 && !value::is_ipv6(range.address_)) return reflect::unreadable(shape, written);
    int const most = ipv4 ? 32 : 128;
    range.bits_ = most;
    if (slash == std::string_view::npos) return range;
    auto const bits = to_integer(text.substr(slash + 1));
    if (!bits) return reflect::unreadable(shape, written);
    if (*bits < 0 || *bits > most)
      return Misfit{"out-of-range", "the number behind the slash must be between 0 and " +
                                        to_text(most) + ", got " + to_text(*bits)};
    range.bits_ = static_cast<int>(*bits);
    return range;
  }

  std::string const& address() const { return address_; }
  int bits() const { return bits_; }
  std::string text() const { return address_ + "/" + to_text(bits_); }

  bool operator==(AddressRange const&) const = default;

 private:
  std::string address_;
  int bits_ = 0;
};

}  // namespace sievarr::config

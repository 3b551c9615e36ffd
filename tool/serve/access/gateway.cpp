#include "gateway.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/value/host.hpp>

#include <cstdint>

namespace sievarr::serve {
namespace {

/// The fields of a line, which tabs and spaces part.
std::string_view take_field(std::string_view& line) {
  auto const start = line.find_first_not_of(" \t");
  line.remove_prefix(start == line.npos ? line.size() : start);
  auto const field = line.substr(0, line.find_first_of(" \t"));
  line.remove_prefix(field.size());
  return field;
}

/// An address as the kernel writes it, the last byte first: "010011AC" is 172.17.0.1.
std::optional<std::string> read_backwards(std::string_view hex) {
  if (hex.size() != 8) return std::nullopt;
  std::string text;
  for (std::size_t at = 8; at > 0; at -= 2) {
    int byte = 0;
    for (char const digit : hex.substr(at - 2, 2)) {
      auto const place = std::string_view{"0123456789ABCDEF"}.find(digit);
      if (place == std::string_view::npos) return std::nullopt;
      byte = byte * 16 + static_cast<int>(place);
    }
    text.append(text.empty() ? "" : ".").append(to_text(std::int64_t{byte}));
  }
  return text;
}

}  // namespace

std::optional<std::string> gateway_in(std::string_view routes) {
  while (!routes.empty()) {
    auto line = value::take_until(routes, '\n');
    take_field(line);  // Of which interface.
    auto const destination = take_field(line);
    auto const gateway = take_field(line);
    if (destination == "00000000" && gateway != "00000000") return read_backwards(gateway);
  }
  return std::nullopt;
}

bool FirstVisitors::are_hidden(std::string_view address) {
  std::lock_guard const lock(mutex_);
  if (!gateway_) return false;
  bool const is_gateway = address == *gateway_;
  bool const is_over = !is_gateway || ++seen_ == enough;
  if (is_over) gateway_.reset();
  return is_over && is_gateway;
}

}  // namespace sievarr::serve

#pragma once

#include <sievarr/derive/decode/findings.hpp>
#include <sievarr/reflect/kind.hpp>

#include <optional>

namespace sievarr::derive {

/// Scalars are text until the type that wants them reads them.
template <reflect::Scalar T>
std::optional<T> decode_scalar(document::Node const& node, Findings& findings) {
  using Type = reflect::ScalarOf<T>;
  auto const* written = document::scalar(node);
  if (!written || document::is_null(node)) {
    auto const expected = std::string{Type::shape.expected};
    findings.add(node.place, {"bad-type", "expected " + expected + ", got " + named(node)});
    return std::nullopt;
  }

  auto value = Type::read(written->text);
  if (!value) {
    findings.add(node.place, std::move(value).error());
    return std::nullopt;
  }
  if (auto remark = reflect::remark_on<T>(written->text))
    findings.add(node.place, std::move(*remark));
  return std::move(*value);
}

}  // namespace sievarr::derive

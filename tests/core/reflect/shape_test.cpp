#include <sievarr/reflect/shape.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::reflect {
namespace {

/// Written as one scalar, and written again.
struct Switch {
  static constexpr Shape shape{.type = Shape::Type::boolean, .expected = "on or off"};

  static Result<Switch, Misfit> read(std::string_view text) {
    if (text == "on") return Switch{true};
    if (text == "off") return Switch{false};
    return Misfit{.code = "switch", .message = "must be on or off, got " + std::string(text)};
  }

  std::string text() const { return on ? "on" : "off"; }

  bool on = false;
};

/// Reads itself, but does not say what it looks like.
struct Unshaped {
  static Result<Unshaped, Misfit> read(std::string_view) { return Unshaped{}; }
};

/// Read, and never written again.
struct Hidden {
  static constexpr Shape shape{.secret = true};
  static Result<Hidden, Misfit> read(std::string_view) { return Hidden{}; }
};

TEST_CASE("a type that says its shape and reads itself is shaped") {
  CHECK(Shaped<Switch>);
  CHECK_FALSE(Shaped<Unshaped>);
  CHECK_FALSE(Shaped<int>);
}

TEST_CASE("only a shaped type that has a text can be written again") {
  CHECK(Printable<Switch>);
  CHECK_FALSE(Printable<Hidden>);
}

TEST_CASE("a shape without bounds holds every number") {
  CHECK(Switch::shape.min < -1e308);
  CHECK(Switch::shape.max > 1e308);
}

}  // namespace
}  // namespace sievarr::reflect

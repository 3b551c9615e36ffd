#include <sievarr/value/secret.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <ostream>
#include <string>
#include <type_traits>
#include <utility>

namespace sievarr::value {

static_assert(reflect::Shaped<Secret>);
static_assert(!reflect::Printable<Secret>);
static_assert(!std::equality_comparable<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_convertible_v<Secret, bool>);
static_assert(!std::is_convertible_v<std::string, Secret>);

template <class T>
concept Streamable = requires(std::ostream& stream, T const& value) {
  stream << value;
};
static_assert(Streamable<std::string> && !Streamable<Secret>);

TEST_CASE("only reveal tells a secret") {
  auto const secret = Secret::read(" 0123456789abcdef0123456789abcdef\n");
  REQUIRE(secret);
  CHECK(secret->reveal() == "0123456789abcdef0123456789abcdef");
  CHECK_FALSE(secret->empty());
  CHECK(Secret{}.empty());
  CHECK(Secret::read("")->empty());
}

TEST_CASE("a secret that no header could carry is refused without being shown") {
  auto const secret = Secret::read("abc\r\nX-Evil: 1");
  REQUIRE_FALSE(secret);
  CHECK(secret.error().message == "expected a secret on one line, without control characters");
  CHECK(secret.error().instead.empty());
}

TEST_CASE("what is shown instead of a secret is none, in whichever letters") {
  for (std::string const mask :
       {"***", "********", " ******** ", "\u2022\u2022\u2022\u2022", "\u25CF\u25CF\u25CF", "......",
        "\u2026", "\u00B7\u00B7\u00B7", "*\u2022\u25CF"}) {
    CAPTURE(mask);
    auto const secret = Secret::read(mask);
    REQUIRE_FALSE(secret);
    CHECK(secret.error().code == "masked-secret");
    CHECK(secret.error().message == "is a mask, not a secret");
  }
  for (std::string const key :
       {"**", "..", "*a*", "********1234", "1234********", "\u2022\u2022"}) {
    CAPTURE(key);
    CHECK(Secret::read(key));
  }
}

TEST_CASE("a secret that everybody knows lets nobody in") {
  CHECK(Secret{"open sesame"}.opens());
  CHECK_FALSE(Secret{}.opens());
  CHECK_FALSE(Secret{"********"}.opens());
}

TEST_CASE("secrets are the same when their letters are") {
  CHECK(Secret{"abc"}.same_as(Secret{"abc"}));
  CHECK(Secret{}.same_as(Secret{}));
  CHECK_FALSE(Secret{"abc"}.same_as(Secret{"abd"}));
  CHECK_FALSE(Secret{"abc"}.same_as(Secret{"ab"}));
  CHECK_FALSE(Secret{"abc"}.same_as(Secret{"Abc"}));
}

TEST_CASE("copies are secrets of their own, and a moved one is empty") {
  Secret original{"a secret that is too long for a small string"};
  Secret copy = original;
  CHECK(copy.same_as(original));
  Secret const moved = std::move(original);
  CHECK(original.empty());
  CHECK(moved.same_as(copy));
  copy = Secret{"another"};
  CHECK(copy.reveal() == "another");
  auto& self = copy;
  copy = self;
  CHECK(copy.reveal() == "another");
}

TEST_CASE("what a short secret held is overwritten when it goes") {
  alignas(Secret) std::byte memory[sizeof(Secret)];
  auto* const secret = new (memory) Secret{"hunter2!"};
  auto const offset = secret->reveal().data() - reinterpret_cast<char const*>(memory);
  REQUIRE(offset >= 0);
  REQUIRE(static_cast<std::size_t>(offset) < sizeof memory);
  std::destroy_at(secret);
  CHECK(std::memcmp(memory + offset, "\0\0\0\0\0\0\0\0", 8) == 0);
}

}  // namespace sievarr::value

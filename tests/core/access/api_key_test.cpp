#include <sievarr/access/api_key.hpp>
#include <sievarr/access/password_hash.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::access {

TEST_CASE("the check of a key is the CRC-32 that gzip has") {
  CHECK(crc32("123456789") == 0xCBF4'3926);
  CHECK(crc32("") == 0);
}

TEST_CASE("a key is its prefix, 32 letters and digits, and six that follow from them") {
  std::string random;
  for (int each = 0; each < 64; ++each) random += static_cast<char>(each * 7);
  auto const key = make_key(random);
  REQUIRE(key);
  CHECK(key->starts_with("svr_"));
  CHECK(key->size() == 42);
  CHECK(is_key(*key));
}

TEST_CASE("a key with any other letter is none, nor is one that was cut or goes on") {
  auto const key = *make_key(std::string(64, 'k'));
  for (std::size_t at = 0; at < key.size(); ++at) {
    auto other = key;
    other[at] = other[at] == 'a' ? 'b' : 'a';
    CHECK_FALSE(is_key(other));
  }
  CHECK_FALSE(is_key(key.substr(1)));
  CHECK_FALSE(is_key(key + "0"));
  CHECK_FALSE(is_key(""));
  CHECK_FALSE(is_key("svr_"));
  CHECK_FALSE(is_key("svr_" + std::string(38, '\xff')));
}

TEST_CASE("bytes that would make some letters likelier are passed over, and too few make no key") {
  CHECK_FALSE(make_key(std::string(1000, '\xff')));
  CHECK_FALSE(make_key(std::string(31, 'a')));
  CHECK(make_key(std::string(1000, '\xf8') + std::string(32, 'a')) ==
        make_key(std::string(32, 'a')));
}

TEST_CASE(
    "what a hash of a password costs is read from it, and what costs too much is not computed") {
  auto const hash = [](std::string const& cost) {
    return "$argon2id$v=19$" + cost + "$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA";
  };
  CHECK(cost_of(hash("m=19456,t=2,p=1")) == HashCost{19456, 2, 1});
  for (std::string const wrong :
       {"", "m=19456", "m=19456,t=2", "t=2,m=19456,p=1", "m=0,t=2,p=1", "m=-1,t=2,p=1",
        "m=4294967295,t=2,p=1", "m=1048576,t=2,p=1", "m=19456,t=99,p=1", "m=19456,t=2,p=1,x=1"}) {
    CAPTURE(wrong);
    CHECK_FALSE(cost_of(hash(wrong)));
  }
  CHECK_FALSE(cost_of("$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"));
  CHECK_FALSE(cost_of("plain text"));
  CHECK_FALSE(is_outgrown(hash("m=19456,t=2,p=1")));
  CHECK_FALSE(is_outgrown(hash("m=65536,t=3,p=4")));
  CHECK(is_outgrown(hash("m=12288,t=3,p=1")));
  CHECK(is_outgrown(hash("m=19456,t=1,p=1")));
}

}  // namespace sievarr::access

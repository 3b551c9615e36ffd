#include <sievarr/base/words.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

namespace sievarr {
namespace {

constexpr std::array<std::string_view, 6> field_names{"name",           "type", "runtime",
                                                      "averageRuntime", "x",    ""};
constexpr Words<6> field_words{field_names};

TEST_CASE("each word of the set has its number") {
  for (std::size_t at = 0; at < field_names.size(); ++at)
    CHECK(field_words.find(field_names[at]) == at);
}

TEST_CASE("a word that only looks like one of the set is none") {
  for (std::string_view word : {"nbme", "Name", "nam", "names", "runtimes", "X", "y", " "})
    CHECK(field_words.find(word) == field_names.size());
}

TEST_CASE("an empty set has nothing") {
  constexpr Words<0> none{std::array<std::string_view, 0>{}};
  CHECK(none.find("a") == 0);
}

}  // namespace
}  // namespace sievarr

#include <sievarr/document/beyond.hpp>

#include <sievarr/document/write_yaml.hpp>
#include <sievarr/document/yaml.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sievarr::document {

TEST_CASE("a document is told without what another says, and without what is empty") {
  auto const told = [](std::string_view text, std::string_view other) {
    return write_yaml(beyond(read_yaml(text, "").value, read_yaml(other, "").value));
  };
  CHECK(told("sync: {poll: 6h, adds: 8}\ndry_run: true\n",
             "sync: {poll: 6h, adds: 25}\ndry_run: true\n") == "sync:\n  adds: 8\n");
  CHECK(told("exclude: {genres: {any: [News], none: []}, rating: {}}\nnever: []\n", "") ==
        "exclude:\n  genres:\n    any: [News]\n");
  CHECK(told("selections: [{name: a, rating: {min: 8}, titles: {}}]\n", "selections: []\n") ==
        "selections:\n  - name: a\n    rating:\n      min: 8\n");
  CHECK(told("a: [1, 2]\n", "a: [1]\n") == "a: [1, 2]\n");
}

}  // namespace sievarr::document

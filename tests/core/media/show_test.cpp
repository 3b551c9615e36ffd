#include <sievarr/media/show.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr {
namespace {

TEST_CASE("a show is described from its id on, and only the id is its key") {
  std::vector<std::string_view> all_names;
  std::vector<std::string_view> key_names;
  reflect::for_each_field<Show>([&](auto field) {
    all_names.push_back(field.name);
    if (field.key) key_names.push_back(field.name);
  });

  CHECK(all_names == std::vector<std::string_view>{
                         "id", "title", "tvdb_id", "imdb_id", "type", "language", "country",
                         "status", "premiered", "ended", "network", "web_channel", "genres",
                         "runtime", "average_runtime", "rating", "weight", "updated"});
  CHECK(key_names == std::vector<std::string_view>{"id"});
}

TEST_CASE("each field of a show says what it is in a sentence, with an example") {
  reflect::for_each_field<Show>([](auto field) {
    CAPTURE(field.name);
    CHECK(field.text.ends_with('.'));
    CHECK(!field.example.empty());
  });
}

TEST_CASE("what nobody said about a show is absent") {
  Show const show{.id = 1, .title = "Made Up"};

  CHECK(!show.rating);
  CHECK(!show.premiered);
  CHECK(show.genres.empty());
}

}  // namespace
}  // namespace sievarr

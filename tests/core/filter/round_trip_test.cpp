#include <sievarr/filter/columns/table.hpp>

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/build.hpp>

#include <doctest/doctest.h>

namespace sievarr::filter {
namespace {

/// A show with something in every field, made from the examples of the description; so a field
/// that is added to shows is asked for here as well.
Show full_show() {
  document::Node node = document::object_node({});
  reflect::for_each_field<Show>([&](auto field) {
    using Value = typename decltype(field)::Value;
    REQUIRE_MESSAGE(!field.example.empty(), field.name);
    auto const example = document::text_node(field.example);
    document::set(node, field.name,
                  reflect::List<Value> ? document::list_node({example}) : example);
  });
  auto reading = derive::decode<Show>(node);
  for (auto const& problem : reading.problems) FAIL(to_text(problem));
  return reading.value;
}

}  // namespace

TEST_CASE("a table gives back every field of a show") {
  auto const show = full_show();
  REQUIRE_FALSE(show == Show{.id = show.id, .title = show.title});
  Table table;

  auto const row = table.upsert(show);

  CHECK(table.at(row) == show);
}

}  // namespace sievarr::filter

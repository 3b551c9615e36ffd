// expect: a field has two notes: each field needs exactly one
#include <sievarr/reflect/describe.hpp>

#include <boost/describe.hpp>

#include <string>

namespace sievarr {

struct Show {
  int id = 0;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Show, (), (id, name))

constexpr auto notes_of(reflect::Of<Show>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Show::id>{.text = "Number in the catalogue."},
      Note<&Show::name>{.text = "Title as first aired."},
      Note<&Show::name>{.text = "Title as first aired."},
  };
}

void walk() {
  reflect::for_each_field<Show>([](auto) {});
}

}  // namespace sievarr

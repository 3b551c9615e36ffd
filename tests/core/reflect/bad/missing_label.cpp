// expect: each enumerator needs exactly one label, in the order of the enumerators
#include <sievarr/reflect/label.hpp>

#include <boost/describe.hpp>

namespace sievarr {

BOOST_DEFINE_ENUM_CLASS(Verdict, add, review)

constexpr auto labels_of(reflect::Of<Verdict>) {
  using reflect::Called;
  using reflect::Tone;
  return reflect::Labels{
      Called<Verdict::add>{"add", "+", Tone::enters, "It is wanted."},
  };
}

std::string shown() { return reflect::label_text(Verdict::review); }

}  // namespace sievarr

// expect: Id<
#include <sievarr/value/id.hpp>

using ShowId = sievarr::value::Id<struct Show>;
using TagId = sievarr::value::Id<struct Tag>;

bool mixed(ShowId show, TagId tag) { return show == tag; }

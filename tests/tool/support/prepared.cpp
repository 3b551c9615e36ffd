#include "prepared.hpp"

#include <sievarr/config/plan.hpp>

namespace sievarr::test {

Reading<config::Prepared> prepared(config::Layers const& layers, Date today) {
  return config::prepare(layers, today);
}

}  // namespace sievarr::test

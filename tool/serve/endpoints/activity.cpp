#include "store/tables/activity.hpp"
#include "history.hpp"

#include <sievarr/api/activity.hpp>

#include <utility>

namespace sievarr::serve {

template <>
http::Answer answer<api::ListActivity>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListActivity>(request, [&](api::ListQuery const& query) {
    using Row = status::ActivityRecord;
    return list_rows<Row, store::ActivityTable>(context, query, [](auto page) {
      return typed<api::ListActivity>(
          {.activity = std::move(page.lines), .total = page.total, .next = page.next});
    });
  });
}

}  // namespace sievarr::serve

#include "serve/page/assets.hpp"
#include "serve/routing/context.hpp"

#include <sievarr/api/routes.hpp>

namespace sievarr::serve {

/// The document is derived from the table that routes requests, when the tests are run.
template <>
http::Answer answer<api::GetOpenApi>(Context&, RouteRequest& question) {
  return file(documents().front(), question.request());
}

}  // namespace sievarr::serve

#include "serve/endpoint.hpp"

#include <sievarr/api/openapi.hpp>
#include <sievarr/document/write_json.hpp>

namespace sievarr::serve {

template <>
http::Answer answer<api::GetOpenApi>(Desk& desk, Question&) {
  return said(200, document::write_json(api::openapi(desk.version)));
}

}  // namespace sievarr::serve

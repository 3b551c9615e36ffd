#include "endpoint.hpp"

#include <sievarr/base/text.hpp>

#include <string>

namespace sievarr::serve {

bool is_of_type(wire::Request const& request, std::string_view wanted) {
  return wire::content_type(request.headers) == wanted;
}

http::Answer bad_parameters(Problems const& problems) {
  return refused(api::refusal(api::Wrong::bad_parameters, "the parameters cannot be read",
                              to_text(problems.front()), problems));
}

http::Answer wrong_media(std::string_view wanted) {
  return refused(api::refusal(api::Wrong::wrong_media, "the body is of another type",
                              "send it as Content-Type: " + std::string(wanted)));
}

}  // namespace sievarr::serve

#pragma once

#include "serve/routing/endpoint.hpp"

#include <string>

namespace sievarr::serve {

/// A session as a cookie, or why there is none; both are logged.
http::Answer answer_sign_in(Context& context, AccessRequest const& access_request,
                            Result<std::string, Denied> const& session);

}  // namespace sievarr::serve

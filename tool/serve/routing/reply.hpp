#pragma once

#include "serve/access/gate.hpp"

#include <sievarr/api/problem.hpp>
#include <sievarr/base/failure.hpp>

#include <string>
#include <string_view>

namespace sievarr::serve {

/// JSON, ready to go out.
http::Answer said(int status, std::string json);

/// A refusal as application/problem+json.
http::Answer refused(api::Refusal const& refusal);

/// Why somebody is not let in.
http::Answer shown(Denied const& denied);

/// What the world did to a request that was right.
http::Answer failed(Failure const& failure);

}  // namespace sievarr::serve

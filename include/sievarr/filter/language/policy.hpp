#pragma once

#include <sievarr/reflect/describe.hpp>

#include <map>
#include <string>
#include <variant>

namespace sievarr::filter {

/// What a selection does with what it takes.
BOOST_DEFINE_ENUM_CLASS(Mode, add, review, ignore)

/// What becomes of a row when a line cannot tell, because the value is missing.
BOOST_DEFINE_ENUM_CLASS(UnknownPolicy, deny, allow, review)

/// One policy for all lines, or one for each line that is named.
using Unknown = std::variant<UnknownPolicy, std::map<std::string, UnknownPolicy>>;

}  // namespace sievarr::filter

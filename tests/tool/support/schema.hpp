#pragma once

#include <sievarr/document/node.hpp>

#include <string>

namespace sievarr::test {

/// What about a document does not fit a schema; empty where it fits. Knows the words of JSON Schema
/// that ours use; `$ref` leads from the root of the document that the schema is a part of.
std::string misfit(document::Node const& value, document::Node const& schema,
                   document::Node const& root);

}  // namespace sievarr::test
